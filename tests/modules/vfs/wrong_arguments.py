# expect: hand, because CPython has no vfs
import vfs
from ram import Ram

device = Ram(60)
vfs.VfsLfs2.mkfs(device)
fs = vfs.VfsLfs2(device)
for call in (
    lambda: vfs.VfsLfs2(), lambda: vfs.VfsLfs2(1), lambda: vfs.VfsLfs2(device, readsize=0),
    lambda: vfs.VfsLfs2(device, readsize=48), lambda: vfs.VfsLfs2(device, lookahead=3),
    lambda: vfs.VfsLfs2(device, progsize=1 << 25), lambda: vfs.VfsLfs1(device, lookahead=8),
    lambda: vfs.VfsFat(device, 1), lambda: vfs.VfsFat.mkfs(None), lambda: fs.open(5),
    lambda: fs.open("x", "q"), lambda: fs.open("x", "rw"), lambda: fs.mkdir("a\0b"),
    lambda: fs.stat(), lambda: vfs.mount(fs), lambda: vfs.mount(5, "/x"),
    lambda: vfs.umount("/none"), lambda: vfs.umount(3), lambda: vfs.VfsFat(Ram(4, 100)),
):
    try:
        call()
        print("no error")
    except (TypeError, ValueError, OSError, AttributeError, OverflowError) as e:
        print(type(e).__name__, e)
