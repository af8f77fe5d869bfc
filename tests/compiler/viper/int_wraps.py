# expect: hand, because viper is MicroPython's
# A native int is a machine word: 64 bits here, 32 on a microcontroller.
import sys

BITS = sys.maxsize.bit_length() + 1
MOST, LEAST = (1 << BITS - 1) - 1, -(1 << BITS - 1)


@micropython.viper
def add(x: int, y: int) -> int:
    return x + y


@micropython.viper
def subtract(x: int, y: int) -> int:
    return x - y


@micropython.viper
def multiply(x: int, y: int) -> int:
    return x * y


@micropython.viper
def negate(x: int) -> int:
    return -x


print(add(MOST, 1) == LEAST, subtract(LEAST, 1) == MOST, multiply(MOST, 2) == -2)
print(negate(LEAST) == LEAST, negate(MOST) == LEAST + 1, multiply(LEAST, -1) == LEAST)
print(add(1 << BITS, 5), add(MOST + 1, 0) == LEAST, add(-1, 1), multiply(1 << 40, 0))
for a in (0, 1, -1, 12345678901, -98765432109, 1 << 30, 1 << 46, -(1 << 47), 3**39):
    for b in (1, -1, 3, 1 << 31, -(1 << 33), 7**20):
        for f, exact in (add, a + b), (subtract, a - b), (multiply, a * b):
            wrapped = exact & (1 << BITS) - 1
            if wrapped > MOST:
                wrapped -= 1 << BITS
            assert f(a, b) == wrapped, (f, a, b)
print("same")
