# expect: hand, because CPython has no btree
# stress: no, because it does much
import btree, io


class Faulty(io.BytesIO):
    left = 1 << 30

    def tick(self):
        self.left -= 1
        if self.left == 0:
            raise ValueError("now")

    def readinto(self, buf):
        self.tick()
        return super().readinto(buf)

    def write(self, data):
        self.tick()
        return super().write(data)

    def seek(self, *args):
        self.tick()
        return super().seek(*args)


def work(db):
    for i in range(50):
        db["%03d" % i] = b"v" * 60
    for i in range(0, 50, 3):
        del db["%03d" % i]
    db.flush()


# The n-th access raises: it comes through, and the database goes on in memory.
raised = 0
for n in range(1, 500, 3):
    stream = Faulty()
    db = btree.open(stream, pagesize=512, cachesize=2048)
    stream.left = n
    try:
        work(db)
        break
    except ValueError as e:
        raised += str(e) == "now"
    keys = list(db)
    assert keys == sorted(keys)
    db["after"] = b"1"
    assert db["after"] == b"1"
    db.close()
print(raised > 20)


class Busy(io.BytesIO):
    db = None

    def write(self, data):
        if self.db:
            try:
                self.db["x"] = "y"
            except OSError as e:
                seen.add(e.errno)
        return super().write(data)


seen, stream = set(), Busy()
stream.db = db = btree.open(stream)
db["a"] = b"b"
db.flush()
print(seen, list(db))


class Odd(io.IOBase):
    def __init__(self, answer):
        self.answer = answer

    def readinto(self, buf):
        return self.answer

    def write(self, data):
        return self.answer

    def seek(self, at):
        return at


for answer in (-5, 1000, "x", 1.5):
    try:
        btree.open(Odd(answer))
    except (OSError, TypeError) as e:
        print(type(e).__name__, e)
for bad in (5, None, b"x"):
    try:
        btree.open(bad)
    except AttributeError as e:
        print(e)
