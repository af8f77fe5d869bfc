# expect: hand, because CPython has no btree
# timeout: 60
# stress: no, because it does much
import btree, io

f = io.BytesIO()
db = btree.open(f, pagesize=512)
for i in range(60):
    db["%03d" % i] = b"v" * (i * 7)
db.close()
good = f.getvalue()
for data in (b"x", b"no database, but long enough", good[:23], b"\0" * 24, good[:100]):
    try:
        print(len(list(btree.open(io.BytesIO(data)).items())))
    except OSError as e:
        print(e)
for options in ({"pagesize": 511}, {"pagesize": 1 << 20}, {"pagesize": -1}, {"cachesize": -1}):
    try:
        btree.open(io.BytesIO(), **options)
    except OSError as e:
        print(e)
# A node with more keys than numbers can count.
header = b"KraitBT1" + b"".join(n.to_bytes(4, "little") for n in (512, 1, 2, 0))
node = b"".join(n.to_bytes(4, "little") for n in (0, 12, 2, 0xFFFFFFFF))
try:
    btree.open(io.BytesIO(header + bytes(512 - len(header)) + node))[b"x"]
except OSError as e:
    print(e)
# Any byte may be wrong: what is read is OSError or some answer, and never ends the interpreter.
outcomes = [0, 0]
for at in list(range(0, 60)) + list(range(60, len(good), 97)):
    for value in (0, 1, 0x7F, 0xFF):
        data = bytearray(good)
        data[at] = value
        try:
            db = btree.open(io.BytesIO(data))
            list(db.items())
            db[b"030x"] = b"new" * 50
            del db[b"031"]
            db.close()
            outcomes[0] += 1
        except (OSError, KeyError, MemoryError):
            outcomes[1] += 1
print(outcomes[0] > 10, outcomes[1] > 10)
