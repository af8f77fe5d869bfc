# expect: hand, because CPython has no vfs
import vfs
from ram import Ram

for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(device := Ram(90))
    fs = kind(device)
    for name in ("\u00e4\u20ac\U0001f40d.txt", "a b", "x" * 200, "UPPER.TXT"):
        with fs.open(name, "w") as f:
            f.write(name)
        print(fs.open(name).read() == name, fs.stat("/" + name)[6])
    print(sorted(len(e[0]) for e in fs.ilistdir()))
    try:
        fs.open("y" * 300, "w")
    except OSError as e:
        print(e.errno)
