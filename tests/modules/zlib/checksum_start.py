# The value to go on from may be an int of any size.
import binascii, zlib

for start in (0, 1, -1, 2**32 - 1, 2**32 + 5, 2**70 + 5, -(2**70)):
    print(start, zlib.crc32(b"abc", start), zlib.adler32(b"abc", start), binascii.crc32(b"abc", start))
for function in (zlib.crc32, zlib.adler32):
    try:
        function(b"abc", 1.5)
    except TypeError as e:
        print(e)
