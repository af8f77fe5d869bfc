# expect: hand, because viper is MicroPython's
@micropython.viper
def number(n: int) -> int:
    return n > 3 and n


@micropython.viper
def flag(n: int) -> bool:
    return n and n > 3


@micropython.viper
def mixed(n: int, x):
    y = n > 3 or n
    z = y + 1
    return [y, z, n or x, x and n, x if n else n]


print(number(5), number(2), flag(5), flag(0), mixed(4, "x"), mixed(0, "x"), mixed(2, None))
