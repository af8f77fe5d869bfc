import zlib

for data in (b"", b"a", b"abc" * 5000, bytes(range(256)) * 300, bytearray(b"x"), memoryview(b"yz")):
    print(zlib.crc32(data), zlib.adler32(data))
print(zlib.crc32(b"world", zlib.crc32(b"hello ")) == zlib.crc32(b"hello world"))
print(zlib.adler32(b"world", zlib.adler32(b"hello ")) == zlib.adler32(b"hello world"))
print(zlib.crc32(b"a", 0xFFFFFFFF), zlib.adler32(b"a", 0))
for function in (zlib.crc32, zlib.adler32):
    for wrong in ((), ("text",), (b"", "0"), (b"", 0, 0)):
        try:
            function(*wrong)
        except TypeError:
            print("TypeError")
