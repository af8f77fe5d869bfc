# expect: hand, because viper is MicroPython's
import sys

LEAST = -sys.maxsize - 1


@micropython.viper
def divide(x: int, y: int) -> int:
    return x // y


@micropython.viper
def modulo(x: int, y: int) -> int:
    return x % y


for x in (7, -7, 0):
    for y in (2, -2, 7, -8):
        assert (divide(x, y), modulo(x, y)) == divmod(x, y)
print(divide(LEAST, -1) == LEAST, modulo(LEAST, -1), divide(LEAST, 2) == LEAST // 2)
for f in divide, modulo:
    try:
        f(1, 0)
    except ZeroDivisionError as e:
        print(e)
