# expect: hand, because CPython has no deflate
import deflate
import io
import zlib

packed = zlib.compress(b"abcdefgh", 0, 9)
stream = io.BytesIO(packed + b"tail")
f = deflate.DeflateIO(stream)
print(stream.tell())
for size in (1, 3, 4):
    print(f.read(size), stream.tell() <= len(packed))
print(f.read(), f.read(1), stream.tell() == len(packed), stream.read())
