# expect: hand, because CPython has no vfs
import os, vfs
from ram import Ram

for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(device := Ram(60))
    vfs.mount(device, "/x")
    print(type(vfs.mount()[-1][0]).__name__, os.listdir("/x"))
    vfs.umount("/x")
for blocks in (Ram(60), object()):
    try:
        vfs.mount(blocks, "/x")
    except (OSError, AttributeError) as e:
        print(type(e).__name__, e)
