# expect: hand, because CPython has no vfs
import gc, vfs
from ram import Ram

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
