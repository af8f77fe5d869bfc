# expect: hand, because CPython has no vfs
import vfs
from ram import Ram

for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(device := Ram(60))
    fs = kind(device)
    f = fs.open("big", "wb")
    try:
        while True:
            f.write(b"z" * 700)
    except OSError as e:
        print(e)
    try:
        f.close()
    except OSError as e:
        print("close", e)
    fs.remove("big")
    with fs.open("small", "w") as f:
        f.write("fits")
    print(fs.open("small").read(), fs.statvfs("/")[3] > 5)
