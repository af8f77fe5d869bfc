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


for kind in (vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(device := Ram(120))
    fs = kind(device)
    for name in "abcd":
        fs.mkdir(name)
    listing = fs.ilistdir()
    print(next(listing))
    fs.rmdir("a")
    print(next(listing)[0])
    fs.open("e", "w").close()
    print(sorted(e[0] for e in fs.ilistdir()))
    listing = fs.ilistdir()
    next(listing)
    listing = fs = None
    gc.collect()
