# expect: hand, because CPython has no vfs
import vfs
from ram import Ram

for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(device := Ram(60))
    fs = kind(device)
    with fs.open("a", "w") as f:
        f.write("text")
    f, listing = fs.open("a"), fs.ilistdir()
    fs.umount()
    for call in (f.read, lambda: f.seek(0), lambda: fs.stat("a"), lambda: fs.open("a"), fs.ilistdir):
        try:
            print(call())
        except OSError as e:
            print(e)
    print(list(listing), f.close())
    fs.mount(False, False)
    print(fs.open("a").read())
    fs.mount(False, True)
    print(list(fs.ilistdir()))
