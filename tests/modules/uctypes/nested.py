# expect: hand, because CPython has no uctypes
import uctypes

desc = {
    "head": uctypes.UINT8 | 0,
    "sub": (2, {"a": uctypes.UINT8 | 0, "deep": (1, {"b": uctypes.UINT16 | 1})}),
    "points": (uctypes.ARRAY | 6, 2, {"x": uctypes.INT8 | 0, "y": uctypes.INT8 | 1}),
}
data = bytearray(range(12))
s = uctypes.struct(uctypes.addressof(data), desc, uctypes.LITTLE_ENDIAN)
print(s.head, s.sub.a, hex(s.sub.deep.b), [(p.x, p.y) for p in (s.points[0], s.points[1])])
s.sub.deep.b = 0xABCD
s.points[1].y = -1
print(data.hex(), len(s.points), uctypes.sizeof(s), uctypes.sizeof(s.sub), uctypes.sizeof(s.points))
print(uctypes.addressof(s.sub.deep) - uctypes.addressof(data))
