# expect: hand, because CPython has no uctypes
import uctypes

print(uctypes.addressof(uctypes.bytearray_at(1000, 8)), uctypes.struct(4096, {}))
desc = {"x": uctypes.UINT32 | 0, "a": (uctypes.ARRAY | 0, uctypes.UINT8 | 4)}
for address in (0, 1, 4096, -1, id(desc), id(None), id(print), id("text"), id((1, 2))):
    s = uctypes.struct(address, desc)
    calls = (lambda: s.x, lambda: setattr(s, "x", 1), lambda: s.a[0], lambda: bytes(s.a),
             lambda: uctypes.bytes_at(address, 4), lambda: bytes(s), lambda: str(s.a))
    for call in calls:
        try:
            print("read", address, call())
        except (ValueError, IndexError):
            pass
print("none")
