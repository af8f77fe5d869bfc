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


for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(device := Ram(60))
    fs = kind(device)
    f = fs.open("big", "wb")
    try:
        while True:
            f.write(b"z" * 700)
    except OSError as e:
        print(e)
    try:
        f.close()
    except OSError as e:
        print("close", e)
    fs.remove("big")
    with fs.open("small", "w") as f:
        f.write("fits")
    print(fs.open("small").read(), fs.statvfs("/")[3] > 5)
