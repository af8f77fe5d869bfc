# expect: hand, because CPython has no uctypes
import uctypes as u

data = bytearray(8)
s = u.struct(u.addressof(data), {"n": u.UINT8 | 0, "a": (u.ARRAY | 0, u.INT8 | 2), "s": (0, {})})
uses = (lambda: s.missing, lambda: setattr(s, "missing", 1), lambda: setattr(s, "a", 1),
        lambda: setattr(s, "s", 1), lambda: delattr(s, "n"), lambda: setattr(s, "n", "1"),
        lambda: setattr(s, "n", 1.5), lambda: s[0], lambda: len(s), lambda: int(s), lambda: hash(s),
        lambda: u.struct(data, {}), lambda: u.struct(0, {}, 3), lambda: u.struct(0),
        lambda: u.sizeof(5), lambda: u.addressof(5), lambda: u.addressof("text"),
        lambda: u.sizeof(s, u.NATIVE), lambda: u.bytes_at("x", 1))
for use in uses:
    try:
        print("fine", use())
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__)
