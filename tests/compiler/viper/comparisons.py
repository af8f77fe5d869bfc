# expect: hand, because viper is MicroPython's
@micropython.viper
def signed(x: int, y: int):
    return (x < y, x <= y, x == y, x != y, x > y, x >= y)


@micropython.viper
def unsigned(x: uint, y: uint):
    return (x < y, x <= y, x == y, x != y, x > y, x >= y)


@micropython.viper
def between(x: int, low: int, high: int) -> bool:
    return low <= x < high


print(signed(-1, 1), signed(2, 2))
print(unsigned(-1, 1), unsigned(2, 2))
print(between(3, 1, 4), between(4, 1, 4), between(-5, -5, 0))
