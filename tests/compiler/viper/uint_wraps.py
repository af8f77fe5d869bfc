# expect: hand, because viper is MicroPython's
import sys

MASK = sys.maxsize * 2 + 1


@micropython.viper
def add(x: uint, y: uint) -> uint:
    return x + y


@micropython.viper
def subtract(x: uint, y: uint) -> uint:
    return x - y


@micropython.viper
def flip(x: uint) -> uint:
    return ~x


@micropython.viper
def negate(x: uint) -> uint:
    return -x


@micropython.viper
def mixed(x: uint, y: int) -> uint:
    return x + y


@micropython.viper
def mixed_int(x: int, y: uint) -> int:
    return x + y


print(add(MASK, 1), add(MASK, 2), subtract(0, 1) == MASK, subtract(5, 3), subtract(3, 5) == MASK - 1)
print(flip(0) == MASK, flip(MASK), negate(1) == MASK, negate(0))
print(mixed(5, -6) == MASK, mixed(7, -6), mixed_int(-7, 3), mixed_int(-1, MASK))
