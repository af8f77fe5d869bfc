# expect: hand, because CPython has no vfs
import vfs
from ram import Ram

for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(device := Ram(60))
    fs = kind(device)
    fs.mkdir("d")
    fs.open("f", "w").close()
    for what, *args in (
        ("open", "x"), ("open", "d"), ("open", "f", "x"), ("open", "x/y", "w"), ("stat", "x"),
        ("mkdir", "d"), ("mkdir", "/"), ("mkdir", "x/y"), ("rmdir", "x"), ("rmdir", "f"),
        ("rmdir", "/"), ("remove", "x"), ("remove", "d"), ("rename", "x", "y"),
        ("rename", "d", "d/e"), ("chdir", "x"), ("chdir", "f"), ("ilistdir", "x"),
    ):
        try:
            getattr(fs, what)(*args)
            print(what, args, "no error")
        except OSError as e:
            print(what, args, type(e).__name__, e)
