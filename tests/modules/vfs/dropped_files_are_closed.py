# expect: hand, because CPython has no vfs
import gc, vfs


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
    kind.mkfs(device := Ram(90))
    fs = kind(device)

    def leave(n):
        for i in range(n):
            fs.open("f%d" % i, "w").write("text %d" % i)
        [i for i in range(200)]

    leave(8)
    gc.collect()
    print(sum(fs.open("f%d" % i).read() == "text %d" % i for i in range(8)) >= 7)
