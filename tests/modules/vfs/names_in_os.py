# expect: hand, because CPython has no vfs
import os, vfs

for name in ("mount", "umount", "VfsFat", "VfsLfs1", "VfsLfs2", "VfsPosix", "VfsRom"):
    print(name, getattr(os, name) is getattr(vfs, name))
print(hasattr(os, "VfsOther"))
