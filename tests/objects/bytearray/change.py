b = bytearray(b"abc")
b.append(100)
b.extend(b"ef")
b.extend([1, 2])
b.extend(bytearray(b"g"))
b.extend(memoryview(b"hi")[1:])
b.extend(x for x in (3, 4))
print(b, len(b))
b.insert(0, 65)
b.insert(-1, 66)
b.insert(100, 67)
b.insert(-100, 68)
print(b)
print(b.pop(), b.pop(0), b.pop(-2), b)
b.remove(99)
print(b)
b.reverse()
print(b)
c = b.copy()
b.clear()
print(b, c, b is c)
b += b"xy"
b += [1, 2] if False else b""
b *= 3
print(b)
b *= 0
print(b)
b = bytearray(b"ab")
print(b)
a = b
b += memoryview(b"!")
print(a is b, a)
b[:] = b[::-1]
print(b)
for i in range(1000):
    b.append(i & 255)
print(len(b), b[-3:], sum(b))
del b[5:]
print(b)
