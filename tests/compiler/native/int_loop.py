# expect: hand, because micropython.native is MicroPython's
import micropython


@micropython.native
def total(n):
    s = 0
    for i in range(n):
        s += i * 3
        if s > 1000:
            s -= 999
    return s


for n in 0, 1, 100, 10000:
    expected = 0
    for i in range(n):
        expected += i * 3
        if expected > 1000:
            expected -= 999
    print(total(n) == expected)
