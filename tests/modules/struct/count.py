# expect: hand, as CPython wants as many values as the format has
import struct

print(struct.pack("<hh", 1), struct.pack("<h", 1, 2), struct.pack("<h"), struct.pack("<2s3sh", b"ab"))
print(struct.pack("<4xH"), struct.pack("<b3pb", 1, b"ab"), struct.Struct("<hb").pack(1))
b = bytearray(b"abcdef")
struct.pack_into("<hh", b, 1, 0x3132)
print(b)
