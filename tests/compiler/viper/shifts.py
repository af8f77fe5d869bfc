# expect: hand, because viper is MicroPython's
import sys

BITS = sys.maxsize.bit_length() + 1


@micropython.viper
def left(x: int, n: int) -> int:
    return x << n


@micropython.viper
def right(x: int, n: int) -> int:
    return x >> n


@micropython.viper
def right_unsigned(x: uint, n: int) -> uint:
    return x >> n


print(left(1, 4), left(-3, 2), left(1, BITS - 1) == -(1 << BITS - 1), left(3, BITS - 1) < 0)
print(left(1, BITS), left(1, 1000), left(1, -1))
print(right(-8, 1), right(-1, 3), right(7, 2), right(-8, BITS), right(8, BITS), right(-8, -1))
print(right_unsigned(-1, BITS - 1), right_unsigned(-1, BITS), right_unsigned(16, 3))
