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


class Rom:
    def __init__(self, data, size):
        self.data, self.size = data, size

    readblocks = Ram.readblocks
    ioctl = Ram.ioctl


for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(device := Ram(60))
    with kind(device).open("f", "w") as f:
        f.write("kept")
    fs = kind(Rom(bytes(device.data), 512))
    print(fs.open("f").read())
    try:
        with fs.open("f", "w") as f:
            f.write("new")
        print("written")
    except OSError as e:
        print(e.errno)
