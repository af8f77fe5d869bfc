# What goes in comes out, with its type.
import marshal

for v in (None, True, False, ..., 0, -1, 2**31, -(2**63), 10**50, -(10**50), 1.5, -0.0, 1e300,
          float("inf"), 3 - 2j, "", "text", "äöü €", b"", b"\0\xff", (), (1, (2, ())), [1, [2, []]],
          {}, {"a": 1, 2: [3]}, set(), {1}, frozenset(), frozenset("a")):
    back = marshal.loads(marshal.dumps(v))
    print(type(back).__name__, back == v, repr(back))
