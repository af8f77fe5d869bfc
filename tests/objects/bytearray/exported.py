def attempt(what):
    try:
        print(what(), b)
    except Exception as e:
        print(type(e).__name__, e, b)


def set_slice(value):
    b[0:1] = value


def delete():
    del b[0]


b = bytearray(b"abc")
m = memoryview(b)
attempt(lambda: b.append(1))
attempt(lambda: b.extend(b"x"))
attempt(lambda: b.extend(b""))
attempt(lambda: b.pop())
attempt(lambda: b.clear())
attempt(lambda: b.remove(97))
attempt(lambda: b.insert(0, 1))
attempt(lambda: set_slice(b"xy"))
attempt(lambda: set_slice(b"x"))
attempt(lambda: set_slice(b""))
attempt(delete)
attempt(lambda: b.__iadd__(b"z"))
attempt(lambda: b.__imul__(2))
attempt(lambda: b.reverse())
m[0] = 120
attempt(lambda: b.upper())
m2 = m[1:]
m.release()
attempt(lambda: b.append(1))
m2.release()
attempt(lambda: b.append(1))
with memoryview(b) as m:
    attempt(lambda: b.append(1))
attempt(lambda: b.append(2))
