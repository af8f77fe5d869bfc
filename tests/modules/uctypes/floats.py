# expect: hand, because CPython has no uctypes
import uctypes

data = bytearray(16)
for layout in (uctypes.LITTLE_ENDIAN, uctypes.BIG_ENDIAN, uctypes.NATIVE):
    s = uctypes.struct(uctypes.addressof(data), {"f": uctypes.FLOAT32 | 1, "d": uctypes.FLOAT64 | 6},
                       layout)
    s.f = 1.5
    s.d = -3
    print(s.f, s.d, data.hex())
for wrong in ("1", None):
    try:
        s.f = wrong
    except TypeError:
        print("TypeError")
