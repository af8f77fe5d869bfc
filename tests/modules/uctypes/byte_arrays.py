# expect: hand, because CPython has no uctypes
import uctypes

data = bytearray(b"0123456789")
desc = {"b": (uctypes.ARRAY | 2, uctypes.UINT8 | 4)}
b = uctypes.struct(uctypes.addressof(data), desc).b
print(b, len(b), b == b"2345", b == bytearray(b"2346"), list(b), 50 in b, b[-1], b[1:3])
b[0] = 0x41
b[1:3] = b"xy"
b[3] = -1
print(data, bytes(b), b.hex(), type(b).__name__)
for index in (4, -5):
    try:
        b[index]
    except IndexError as e:
        print(e)
try:
    b[0:2] = b"abc"
except ValueError:
    print("ValueError")
