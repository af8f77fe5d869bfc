# expect: hand, because CPython has no uctypes
import uctypes as u

data = bytearray(8)
for field in ([], "x", None, 1.5, (), (0,), (0, 1), (u.PTR * 3, {}), (u.ARRAY | 0, "x"), ("x", {}),
              (0, {}, 1), (u.ARRAY | 0, 1, {}, 2)):
    s = u.struct(u.addressof(data), {"x": field})
    for look in (lambda: s.x, lambda: u.sizeof(s)):
        try:
            look()
            print("fine", field)
        except TypeError:
            print("TypeError", end=" ")
print()
desc = {}
desc["x"] = (0, desc)
try:
    u.sizeof(desc)
except RecursionError:
    print("RecursionError")
try:
    u.sizeof((u.ARRAY | 0, 0x1FFFFFFF, (u.ARRAY | 0, 0x1FFFFFFF, {"x": u.UINT64 | 0})))
except ValueError as e:
    print(e)
