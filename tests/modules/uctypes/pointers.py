# expect: hand, because CPython has no uctypes
import sys
import uctypes

target = bytearray(b"abcdef")
size = uctypes.sizeof({"p": (uctypes.PTR, uctypes.UINT8)})
cell = bytearray(uctypes.addressof(target).to_bytes(size, sys.byteorder))
desc = {"p8": (uctypes.PTR | 0, uctypes.UINT8), "p16": (uctypes.PTR | 0, uctypes.UINT16),
        "ps": (uctypes.PTR | 0, {"c": uctypes.UINT8 | 1})}
s = uctypes.struct(uctypes.addressof(cell), desc)
print(int(s.p8) == uctypes.addressof(target), s.p8[0], s.p8[5], hex(s.p16[1]), s.ps[1].c)
s.p8[2] = ord("X")
s.ps[2].c = ord("Y")
print(target)
for index in (-100000, 100000):
    try:
        s.p8[index]
    except (ValueError, IndexError):
        print("error")
