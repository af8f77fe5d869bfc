# expect: hand, because CPython has no vfs
import vfs


class Ram:
    def __init__(self, blocks, size=512):
        self.size, self.data = size, bytearray(blocks * size)

    def readblocks(self, n, buf, offset=0):
        at = n * self.size + offset
        buf[:] = self.data[at : at + len(buf)]

    def writeblocks(self, n, buf, offset=0):
        at = n * self.size + offset
        self.data[at : at + len(buf)] = buf

    def ioctl(self, op, arg):
        return {4: len(self.data) // self.size, 5: self.size}.get(op, 0)


class Curious(Ram):
    fs = None

    def readblocks(self, *args):
        if self.fs:
            try:
                self.fs.stat("f")
            except OSError as e:
                seen.add(e.errno)
        super().readblocks(*args)


for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    seen = set()
    kind.mkfs(device := Curious(60))
    device.fs = fs = kind(device)
    with fs.open("f", "wb") as f:
        f.write(b"x" * 2000)
    print(len(fs.open("f", "rb").read()), seen)
