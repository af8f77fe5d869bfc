b = bytearray(8)
h = memoryview(b).cast("h")
h[0] = -2
h[3] = 32767
print(b, h.tolist())
for value in (32768, -32769, "a", 1.5, None):
    try:
        h[1] = value
    except Exception as e:
        print(type(e).__name__, e)
h[1:3] = memoryview(bytes([1, 0, 2, 0])).cast("h")
print(h.tolist())
try:
    h[1:3] = b"abcd"
except ValueError as e:
    print(e)
c = memoryview(b).cast("c")
c[0] = b"x"
print(c[0], b[0])
for value in (120, b"xy", "x"):
    try:
        c[0] = value
    except Exception as e:
        print(type(e).__name__, e)
t = memoryview(b).cast("?")
t[0] = []
t[1] = "yes"
print(b[0], b[1])
