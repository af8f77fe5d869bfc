# expect: hand, because viper is MicroPython's
from micropython import const

LIMIT = const(5)
_NAME = const("n")


@micropython.viper
def f(n: int) -> int:
    STEP = const(LIMIT * 2)
    while n < LIMIT:
        n += STEP
    return n + LIMIT + int(len(_NAME))


print(f(1), f(7))


@micropython.viper
def big():
    x = 1 << 100
    y = 0x7FFF
    return x, y + 1, -1, 1.5, None


print(big())
