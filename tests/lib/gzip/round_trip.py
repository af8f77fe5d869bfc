import gzip

for data in (b"", b"x", b"hello " * 1000, bytes(range(256)) * 300):
    packed = gzip.compress(data)
    print(packed[:3].hex(), gzip.decompress(packed) == data,
          gzip.decompress(packed + gzip.compress(b"!")) == data + b"!")
print(gzip.compress(b"x", mtime=0)[4:8], gzip.decompress(b""))
