# A view that nobody refers to does not keep its bytearray from growing.
def look(b):
    return bytes(memoryview(b)[1:3])


def deeper(n):
    return deeper(n - 1) if n else 0


b = bytearray(b"abcdef")
print(look(b))
deeper(20)
b.append(103)
print(b)
