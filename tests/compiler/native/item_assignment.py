# expect: hand, because micropython.native is MicroPython's
import micropython


@micropython.native
def fill(items, value, n):
    for i in range(n):
        items[i] = value + i
        items[-1] = items[i] + items[0]
    return items


print(fill([0] * 5, 1, 5), fill([0] * 3, 0.5, 3), fill(bytearray(4), 60, 4))
print(fill({0: 0, -1: 0}, 2, 3))
for items, value, n in ([1], 0, 2), (bytearray(2), 250, 2), ((1, 2), 0, 1), (bytearray(2), -3, 2), ([1, 2], "x", 1):
    try:
        print(fill(items, value, n))
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__)
