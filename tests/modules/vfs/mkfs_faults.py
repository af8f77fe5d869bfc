# expect: hand, because CPython has no vfs
import vfs
from ram import Ram


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
