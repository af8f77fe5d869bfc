# expect: hand, because CPython has no vfs
import gc, vfs
from ram import Ram

for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(device := Ram(90))
    fs = kind(device)

    def leave(n):
        for i in range(n):
            fs.open("f%d" % i, "w").write("text %d" % i)
        [i for i in range(200)]

    leave(8)
    gc.collect()
    print(sum(fs.open("f%d" % i).read() == "text %d" % i for i in range(8)) >= 7)
