# expect: hand, because CPython has no vfs
import vfs
from ram import Ram

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
