# expect: hand, because micropython.native is MicroPython's
import micropython


@micropython.native
def power(base, n):
    x = 1
    for i in range(n):
        x = x * base
    return x


@micropython.native
def shifted(n):
    x = 1
    for i in range(n):
        x = x << 1
    y = x
    while y > 1:
        y = y >> 1
    return x - y


@micropython.native
def below(n):
    x = -1
    for i in range(n):
        x = x * 2 - 1
    return x


for n in 1, 40, 46, 47, 48, 100, 200:
    print(power(3, n) == 3**n, power(-2, n) == (-2) ** n, shifted(n) == 2**n - 1, below(n) == -(2 ** (n + 1)) + 1)
