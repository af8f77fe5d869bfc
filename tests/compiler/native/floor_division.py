# expect: hand, because micropython.native is MicroPython's
import micropython


@micropython.native
def both(a, b):
    return a // b, a % b


@micropython.native
def by_constants(a):
    return a // 4, a % 4, a // 7, a % 7, a // -3, a % -3, a >> 2, a & 7, a | 8, a ^ 5


for a in 0, 1, 7, -7, 100, -100, 2**40, -(2**40), 2**46, -(2**47), 2**47 - 1:
    for b in 1, -1, 3, -3, 8, -8, 2**31, 2**33 + 1, -(2**40):
        q, r = both(a, b)
        if q * b + r != a or not (0 <= r < b or b < r <= 0):
            print("wrong", a, b, q, r)
    print(*by_constants(a))
for b in 0, 0.0:
    try:
        both(1, b)
    except ZeroDivisionError as e:
        print("ZeroDivisionError")
