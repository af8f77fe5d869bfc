# expect: hand, because CPython has no uctypes
import uctypes

data = bytearray(24)
for layout in (uctypes.LITTLE_ENDIAN, uctypes.BIG_ENDIAN):
    for name in ("UINT8", "INT8", "UINT16", "INT16", "UINT32", "INT32", "UINT64", "INT64"):
        s = uctypes.struct(uctypes.addressof(data), {"x": getattr(uctypes, name) | 3}, layout)
        s.x = -2
        print(name, s.x, data[2:12].hex())
        s.x = 0x1122334455667788
        print(hex(s.x), data[2:12].hex())
        data[:] = bytes(24)
