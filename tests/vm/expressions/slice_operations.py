# Slices of every built-in sequence, read and written.
l = list(range(10))
print(l[2:5], l[::-3], l[-2:], l[5:2])
l[2:4] = "xyz"
print(l)
l[::4] = [0] * len(l[::4])
print(l)
del l[1:8]
print(l)
b = bytearray(b"0123456789")
b[3:5] = b"aa"
b[::9] = b"<>"
print(b, bytes(b)[1:3], "héllo"[1:3], (1, 2, 3)[:-1])
m = memoryview(b)
m[5:7] = b"bb"
m[0:4:2] = bytearray(b"--")
print(b)
