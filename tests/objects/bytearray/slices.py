def fresh():
    return bytearray(b"0123456789")


def attempt(key, value):
    b = fresh()
    try:
        if value is None:
            del b[key]
        else:
            b[key] = value
        print(b)
    except Exception as e:
        print(type(e).__name__, e)


S = slice
for key, value in (
    (0, 65), (-1, 65), (S(0, 2), b"ABCD"), (S(2, 2), b"xx"), (S(None), b""), (S(5, 2), b"z"),
    (S(0, 10, 2), b"ABCDE"), (S(None, None, -1), b"abcdefghij"), (S(8, 0, -3), b"xyz"),
    (S(1, 3), [1, 2, 3]), (S(1, 3), (1,)), (S(1, 3), bytearray(b"q")), (S(1, 3), memoryview(b"qq")),
    (S(1, 3), range(3)), (S(0, 100), b"x"), (S(-3, None), b"END"),
    (0, None), (-1, None), (S(0, 3), None), (S(None, None, 2), None), (S(None, None, -2), None),
    (S(8, 2, -3), None), (S(3, 3), None), (S(None), None), (S(1, 8, 3), None),
    (10, 1), (-11, 1), (0, 256), (0, -1), (0, "a"), ("a", 1), (1.5, 1), (0, 10**30),
    (S(0, 2), "ab"), (S(0, 2), 5), (S(0, 2), 1.5), (S(0, 2), [256]), (S(0, 2), ["a"]),
    (S(0, 10, 2), b"abc"), (S(0, 10, 2), b""), (10, None), ("a", None), (S(0, 5, 0), b""),
):
    attempt(key, value)
b = fresh()
b[2:4] = b
print(b)
b = fresh()
b[::2] = b[1::2]
print(b)
