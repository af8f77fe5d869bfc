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
    with fs.open("a.txt", "w") as f:
        print(f.write("one\ntwo\n"), f.tell())
    with fs.open("a.txt", "a") as f:
        f.write("three")
    with fs.open("a.txt") as f:
        print(f.readline(), f.readlines(), f.read())
    with fs.open("a.txt", "r+b") as f:
        print(f.seek(4), f.read(3), f.seek(0, 2), f.seek(-5, 1), f.read())
        print(f.truncate(5), f.seek(0), f.read(), f.readinto(bytearray(3)))
    print(fs.stat("a.txt")[6], list(fs.ilistdir()))
