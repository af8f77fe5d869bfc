# A path with a null character names nothing, not what stands before the null.
import os
import sys

open("here", "w").close()
for f in (lambda: open("here\0"), lambda: os.stat("here\0x"), lambda: os.listdir(".\0"),
          lambda: os.mkdir("new\0x"), lambda: os.rename("here\0", "there"),
          lambda: os.remove(b"here\0"), lambda: os.chdir("\0")):
    try:
        f()
    except ValueError as e:
        print(type(e).__name__)
print(os.listdir("."))
for folder in "\0", ".\0", "\0/x":
    sys.path[:] = [folder]
    try:
        import missing
    except (ImportError, ValueError):
        print("no module")
