# expect: hand, because CPython has no uctypes
import uctypes

data = bytearray(range(16))
desc = {"bytes": (uctypes.ARRAY | 1, uctypes.UINT8 | 3), "words": (uctypes.ARRAY | 4, uctypes.UINT16 | 2)}
s = uctypes.struct(uctypes.addressof(data), desc, uctypes.BIG_ENDIAN)
print([hex(s.words[i]) for i in range(len(s.words))])
s.words[1] = 0xFFFE
for index in (2, -1, 1 << 30):
    try:
        s.words[index]
    except IndexError:
        print("IndexError")
for index in ("0", None, slice(1)):
    try:
        s.words[index] = 1
    except TypeError:
        print("TypeError")
print(data[4:8].hex())
