# expect: hand, because CPython has no deflate
import deflate
import io
import zlib

f = deflate.DeflateIO(io.BytesIO(zlib.compress(b"one\ntwo\nthree")))
print(f.readline(), f.readline(2), f.readline())
buffer = bytearray(8)
print(f.readinto(buffer, 2), f.readinto(buffer), buffer, f.readinto(buffer))
