# expect: hand, because CPython has no vfs
import gc, vfs
from ram import Ram

# A file that is closed, or dies, while the library runs is closed afterwards.
class Closing(Ram):
    victim = None

    def readblocks(self, *args):
        if self.victim:
            victim, self.victim = self.victim, None
            victim.close()
            victim = None
            gc.collect()
        super().readblocks(*args)


for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(device := Closing(60))
    fs = kind(device)
    for name in ("a", "b"):
        with fs.open(name, "wb") as f:
            f.write(b"y" * 1500)
    a, device.victim = fs.open("a", "rb"), fs.open("c", "w")
    device.victim.write("late")
    listing = fs.ilistdir()
    next(listing)
    listing = None
    print(len(a.read()), device.victim)
    print(fs.open("c").read(), sorted(e[0] for e in fs.ilistdir()))
