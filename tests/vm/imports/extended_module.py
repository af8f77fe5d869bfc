# expect: hand, because CPython has no u-names
# mps2: no, because it makes files
import sys

with open("errno.py", "w") as f:
    f.write(
        "_path, sys_path = __import__('sys').path, ()\n"
        "__import__('sys').path = ()\n"
        "try:\n"
        "    from errno import *\n"
        "finally:\n"
        "    __import__('sys').path = _path\n"
        "extra = 'mine'\n"
    )
with open("sys.py", "w") as f:
    f.write("print('not to be found')\n")
with open("math.py", "w") as f:
    f.write("print('not to be found either')\n")
sys.path.insert(0, "")
import errno, math, uerrno

print(errno.extra, errno.ENOENT, hasattr(errno, "__file__"))
print(uerrno.ENOENT, hasattr(uerrno, "extra"), hasattr(math, "pi"), uerrno is errno)
import usys, sys as again

print(usys is sys, again is sys)
