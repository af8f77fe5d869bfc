import io

b = io.BytesIO(b"hello")
b.seek(2)
print(b.write(b"XY12"), b.getvalue(), b.tell())
b.seek(0)
print(b.read(2), b.readline(), b.read())
b.seek(10)
b.write(b"z")
print(b.getvalue())
b.seek(0)
buf = bytearray(4)
print(b.readinto(buf), buf, b.seek(-2, 2), b.read())
print(b.truncate(3), b.getvalue())
print(list(io.BytesIO(b"a\nb\nc")), io.BytesIO(b"a\nb").readlines())
try:
    b.write(5.0)
except TypeError as e:
    print(e)
b.write(memoryview(b"mv"))
print(len(b.getvalue()))
