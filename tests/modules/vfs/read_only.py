# expect: hand, because CPython has no vfs
import os, vfs
from ram import Ram

for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(device := Ram(60))
    fs = kind(device)
    with fs.open("f", "w") as f:
        f.write("text")
    vfs.mount(fs, "/ro", readonly=True)
    print(open("/ro/f").read())
    for call in (
        lambda: open("/ro/g", "w"), lambda: open("/ro/f", "r+"), lambda: os.mkdir("/ro/d"),
        lambda: os.remove("/ro/f"), lambda: os.rmdir("/ro/d"), lambda: os.rename("/ro/f", "/ro/g"),
    ):
        try:
            call()
        except OSError as e:
            print(e.errno, end=" ")
    print()
    vfs.umount("/ro")
