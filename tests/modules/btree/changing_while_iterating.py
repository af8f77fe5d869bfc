# expect: hand, because CPython has no btree
import btree, io

db = btree.open(io.BytesIO(), pagesize=512)
for i in range(40):
    db["%02d" % i] = b"x" * 50
seen = []
for key in db:
    seen.append(key)
    if int(key) % 2 == 0:
        del db[key]
        if int(key) + 1 < 40 and int(key) % 3 == 0:
            del db["%02d" % (int(key) + 1)]
    if key == b"05":
        db["055"] = b"new"
print(len(seen), b"055" in seen, list(db)[:8])
it = db.keys()
next(it)
for key in list(db):
    del db[key]
print(list(it), list(db), db.seq(3), db.seq(6))
db["again"] = b"1"
print(list(db.items()))
