# expect: hand, because CPython has no uctypes
import uctypes as u

descs = ({}, {"a": u.UINT8 | 0}, {"a": u.UINT8 | 0, "b": u.UINT32 | 4}, {"b": u.UINT32 | 0, "a": u.UINT8 | 4},
         {"a": u.FLOAT64 | 8, "b": u.BFUINT16 | 16 | 4 << u.BF_LEN}, {"a": (u.ARRAY | 2, u.UINT16 | 3)},
         {"a": (u.ARRAY | 0, 3, {"x": u.UINT16 | 0, "y": u.UINT8 | 2})}, {"a": (5, {"x": u.UINT8 | 3})},
         (u.ARRAY | 0, u.UINT32 | 5), (u.ARRAY | 0, 2, (u.ARRAY | 0, u.UINT8 | 3)))
for desc in descs:
    print(u.sizeof(desc, u.LITTLE_ENDIAN), u.sizeof(desc), u.sizeof(desc, u.BIG_ENDIAN))
