# expect: hand, because CPython has no vfs
import os, sys, vfs
from ram import Ram

vfs.VfsLfs2.mkfs(device := Ram(60))
vfs.mount(device, "/lib")
sys.path.append("/lib")
with open("/lib/plain.py", "w") as f:
    f.write("print('plain', __name__, __file__)\nx = 1\n")
os.mkdir("/lib/pack")
with open("/lib/pack/__init__.py", "w") as f:
    f.write("print('pack', __path__)\n")
with open("/lib/pack/inner.py", "w") as f:
    f.write("def f():\n    return 1 / 0\n")
with open("/lib/bad.py", "w") as f:
    f.write("x = = 1\n")
with open("/lib/foreign.mpy", "wb") as f:
    f.write(b"M\x06")

import plain, pack.inner

print(plain.x)
for name in ("bad", "foreign", "missing"):
    try:
        __import__(name)
    except (SyntaxError, ValueError, ImportError) as e:
        print(type(e).__name__, e)
try:
    pack.inner.f()
except ZeroDivisionError as e:
    print(e)
vfs.umount("/lib")
try:
    import pack.other
except ImportError as e:
    print(e)
