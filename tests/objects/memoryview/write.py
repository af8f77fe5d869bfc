def attempt(f):
    try:
        print(f(), b)
    except Exception as e:
        print(type(e).__name__, e, b)


def put(key, value):
    m[key] = value


def delete(key):
    del m[key]


S = slice
b = bytearray(b"0123456789")
m = memoryview(b)
attempt(lambda: put(0, 65))
attempt(lambda: put(-1, 66))
attempt(lambda: put(S(1, 3), b"xy"))
attempt(lambda: put(S(None, None, 3), b"ABCD"))
attempt(lambda: put(S(None, None, -1), bytes(b)))
attempt(lambda: put(S(0, 4), m[2:6]))
attempt(lambda: put(S(2, 6), m[0:4]))
attempt(lambda: put(S(0, 3), m[::-3][:3]))
attempt(lambda: put(S(3, 3), b""))
attempt(lambda: put(S(0, 2), bytearray(b"--")))
attempt(lambda: put(10, 1))
attempt(lambda: put(0, 256))
attempt(lambda: put(0, -1))
attempt(lambda: put(0, "a"))
attempt(lambda: put(0, 1.5))
attempt(lambda: put(0, b"a"))
attempt(lambda: put(S(0, 2), b"abc"))
attempt(lambda: put(S(0, 2), 5))
attempt(lambda: put(S(0, 2), [1, 2]))
attempt(lambda: put("a", 1))
attempt(lambda: delete(0))
attempt(lambda: delete(S(0, 1)))
m = memoryview(b"abc")
attempt(lambda: put(0, 65))
attempt(lambda: put(S(0, 1), b"x"))
m = memoryview(b)[2:5]
attempt(lambda: put(0, 90))
m = memoryview(b).toreadonly()
attempt(lambda: put(0, 90))
m = memoryview(b)[::2]
attempt(lambda: put(1, 42))
attempt(lambda: put(S(0, 2), b"()"))
