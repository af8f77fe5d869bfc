# expect: hand, because CPython has no btree
import btree

try:
    f = open("mydb", "r+b")
except OSError:
    f = open("mydb", "w+b")
db = btree.open(f, pagesize=512)
for i in range(30):
    db["key%d" % i] = "value" * i
db.flush()
db["lost"] = b"not flushed"
f.close()
with open("mydb", "r+b") as f:
    db = btree.open(f)
    print("lost" in db, len(list(db)), len(db["key29"]))
    del db["key0"]
    db.close()
with open("mydb", "r+b") as f:
    print(len(list(btree.open(f))))
