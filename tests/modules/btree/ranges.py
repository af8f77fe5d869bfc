# expect: hand, because CPython has no btree
import btree, io

db = btree.open(io.BytesIO(), pagesize=512)
for c in "aceg":
    db[c] = c.upper() * 200
INCL, DESC = btree.INCL, btree.DESC
print(INCL, DESC)
for args in (
    (), (None, None), ("c",), ("b",), ("c", "g"), ("c", "g", INCL), ("b", "f", INCL), (None, "e"),
    ("e", "c"), ("h",), (None, None, DESC), ("e", None, DESC), ("f", "a", DESC),
    ("f", "a", DESC | INCL), ("d", "b", DESC), (None, "c", DESC), ("", "a"), ("a", "a", INCL),
):
    print(args, b"".join(db.keys(*args)))
print([v[:1] for v in db.values("c", "f")], [(k, len(v)) for k, v in db.items("g")])
print(db.seq(3)[0], db.seq(7)[0], db.seq(7)[0], db.seq(9)[0], db.seq(6)[0], db.seq(7))
print(db.seq(1, "d")[0], db.seq(1, "h"))
for bad in ((2,), (1,), (b"a",), ()):
    try:
        db.seq(*bad)
    except (OSError, TypeError) as e:
        print(type(e).__name__, e)
