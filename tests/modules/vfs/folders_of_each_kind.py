# expect: hand, because CPython has no vfs
import vfs
from ram import Ram

for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(device := Ram(90))
    fs = kind(device)
    fs.mkdir("d")
    fs.mkdir("d/e")
    fs.open("d/f", "w").close()
    print(sorted(fs.ilistdir("d")), sorted(fs.ilistdir(b"/d/")))
    fs.chdir("d/e")
    print(fs.getcwd(), fs.stat("../f")[:7], fs.stat("..")[0])
    fs.rename("../f", "g")
    fs.chdir("../..")
    print(fs.getcwd(), [e[0] for e in fs.ilistdir("d/e")])
    fs.remove("d/e/g")
    fs.rmdir("d/e")
    fs.rmdir("d")
    print(list(fs.ilistdir()))
