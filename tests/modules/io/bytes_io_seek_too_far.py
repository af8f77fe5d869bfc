import io, sys

f = io.BytesIO(b"abc")
f.seek(1)
for offset, whence in ((sys.maxsize, 1), (sys.maxsize, 2), (-5, 1), (-5, 2)):
    try:
        print(f.seek(offset, whence))
    except OverflowError as e:
        print(e)
    print(f.tell(), f.read(1))
for file in (f, io.StringIO("abc")):
    try:
        file.truncate(-1)
    except ValueError as e:
        print(e)
