def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


m = memoryview(b"abc")
m.release()
m.release()
for f in (
    lambda: m[0], lambda: m.tobytes(), lambda: m.tolist(), lambda: len(m), lambda: m.format,
    lambda: m.obj, lambda: m[1:], lambda: bytes(m), lambda: m.cast("B"), lambda: hash(m),
    lambda: m == m, lambda: m == b"abc", lambda: m.__enter__(), lambda: memoryview(m),
    lambda: m.nbytes, lambda: m.hex(), lambda: m.toreadonly(), lambda: str(m).startswith("<released memory at 0x"),
):
    attempt(f)
with memoryview(b"xy") as v:
    print(v[0])
attempt(lambda: v[0])
print(str(memoryview(b"a")).startswith("<memory at 0x"))
a = memoryview(b"abc")
c = a[1:]
a.release()
print(c.tobytes())
