# expect: hand, because CPython has no uctypes
import uctypes

data = b"constant"
s = uctypes.struct(uctypes.addressof(data), {"x": uctypes.UINT8 | 0, "a": (uctypes.ARRAY, uctypes.UINT8 | 8)})
print(s.x, s.a)
for change in (lambda: setattr(s, "x", 1), lambda: s.a.__setitem__(0, 1),
               lambda: memoryview(s.a).__setitem__(0, 1)):
    try:
        change()
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
print(data)
