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


class Faulty(Ram):
    def __init__(self, left):
        super().__init__(60)
        self.left = left

    def writeblocks(self, *args):
        self.left -= 1
        if self.left == 0:
            raise KeyError("write")
        super().writeblocks(*args)


for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    for n in range(1, 100):
        try:
            kind.mkfs(Faulty(n))
            break
        except KeyError:
            pass
    print(kind.__name__, n > 1)
for blocks in (1, 2, 3):
    for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
        try:
            kind.mkfs(Ram(blocks))
            print(blocks, kind.__name__)
        except OSError as e:
            print(blocks, kind.__name__, e.errno)
