# mps2: no, because its floats have single precision
import struct

for f in (0.0, -0.0, 1.0, -1.5, 0.1, 1e10, 1e-40, 65504.0, 5.960464477539063e-08, 2.9802322387695312e-08, 1e-10,
          float("inf"), float("-inf"), 3.4028234663852886e38):
    print(f, struct.pack("<f", f).hex(), struct.pack(">d", f).hex())
    try:
        print(struct.pack("<e", f).hex())
    except OverflowError as e:
        print(e)
    print(struct.unpack("<f", struct.pack("<f", f)), struct.unpack(">d", struct.pack(">d", f)))
for n in range(0, 65536, 257):
    v = struct.unpack("<e", struct.pack("<H", n))[0]
    if v == v and struct.pack("<e", v) != struct.pack("<H", n):
        print("half", n)
for value in (1e39, -1e39, 65520.0, 65519.9, 2049.0, 2051.0, 0.33325195):
    for letter in "fe":
        try:
            print(value, letter, struct.pack("<" + letter, value).hex())
        except OverflowError as e:
            print(value, letter, e)
print(struct.unpack("<e", b"\x00\x7e")[0] != 0, struct.pack("<f", 5), struct.pack("<d", True))
for value in ("a", None, b"a"):
    try:
        struct.pack("<d", value)
    except struct.error as e:
        print(e)
