import gzip

with gzip.open("file.gz", "wb") as f:
    print(f.write(b"first line\nsecond"), f.tell(), f.readable(), f.writable())
    f.write(b" line\n" + b"long " * 3000 + b"\n")
with gzip.open("file.gz", "ab") as f:
    f.write(b"appended\n")
with gzip.open("file.gz") as f:
    print(f.readline(), f.read(6), f.tell())
    print(f.readline(), len(f.readline()), f.readline(), f.read(), f.read(3))
    print(f.seek(6), f.read(4), f.seek(2), f.read(5), f.seek(3, 1), f.read(2))
    print(sum(1 for line in gzip.open("file.gz")))
print(f.closed)
try:
    f.read()
except ValueError as e:
    print(e)
with open("file.gz", "rb") as f:
    print(f.read(2))
