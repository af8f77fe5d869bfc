# expect: hand, as parts of a buffer are written in MicroPython only
import io

b = io.BytesIO()
print(b.write(b"abcdef", 2), b.write(b"abcdef", 1, 3), b.write(b"ab", 100), b.write(b"abc", 1, 100))
print(b.write(b"abc", 3, 1), b.write(b"abc", 100, 1), b.write(memoryview(b"xyz"), 0), b.getvalue())
for args in ((1, 2, 3), (-1,), (0, -1), ("x",)):
    try:
        b.write(b"abc", *args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
with open("f", "wb") as f:
    print(f.write(b"abcdef", 2), f.write(b"abcdef", 2, 3))
with open("f", "w+") as f:
    try:
        f.write("abc", 1)
    except TypeError as e:
        print(e)
print(open("f").read())
