import os

print(os.sep, os.curdir, os.pardir, os.extsep, os.pathsep, repr(os.linesep), os.devnull)
print(os.error is OSError, os.SEEK_END, os.fspath("x"), os.fspath(b"x"))
print(os.fsencode("\u00e4"), os.fsdecode(b"\xc3\xa4"), isinstance(3, os.PathLike))
try:
    os.fspath(3)
except TypeError as e:
    print(e)
try:
    os.rename("gone", "new")
except FileNotFoundError as e:
    print(e, e.filename, e.filename2)
