# expect: hand, because const() is MicroPython's
from micropython import const

SIZE = const(16)
MASK = const(SIZE - 1)
_SECRET = const(SIZE * 4 + 2)


def area():
    return SIZE * SIZE, MASK & 0xFF, _SECRET


print(area(), SIZE, MASK, _SECRET)
print("SIZE" in globals(), "_SECRET" in globals())
