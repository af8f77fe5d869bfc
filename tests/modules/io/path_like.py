# mps2: no, because semihosting has no folders
class Path:
    def __init__(self, name):
        self.name = name

    def __fspath__(self):
        return self.name


with open(Path("f.txt"), "w") as f:
    f.write("text")
print(open(b"f.txt").read())
for bad in (1.5, None, [], Path(3)):
    try:
        open(bad)
    except TypeError as e:
        print(e)
import os

print(open(Path("f.txt")).name, os.stat(Path("f.txt")).st_size, os.fspath(Path("x")))
for call in (open, os.stat, os.remove, os.listdir, lambda p: os.rename(p, Path("z"))):
    try:
        call(Path("gone"))
    except FileNotFoundError as e:
        print(e)
