# expect: hand, because CPython has no btree
import btree, io

db = btree.open(io.BytesIO())
db[b"two"] = b"2"
db["one"] = "1"
db[bytearray(b"three")] = memoryview(b"333")[:1]
print(db[b"one"], db["three"], db.get("four"), db.get("four", 4), "two" in db, b"four" in db)
db[b"one"] = b"a longer value"
db[b""] = b""
print(list(db), list(db.items()), db[b""])
del db["two"]
for call in (lambda: db[b"two"], lambda: db.__delitem__(b"two"), lambda: db[5],
             lambda: db.put(b"x"), lambda: db.get(), lambda: db.put(1, b"x"), lambda: db + db):
    try:
        print(call())
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
print(str(db)[:9], db.close(), db, db.close())
for call in (lambda: db[b"one"], db.flush, db.keys, lambda: iter(db), lambda: db.seq(3)):
    try:
        call()
    except ValueError as e:
        print(e)
