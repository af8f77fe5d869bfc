# expect: hand, because viper is MicroPython's
import sys


@micropython.viper
def load8(p: ptr8, i: int) -> int:
    return p[i]


@micropython.viper
def load16(p: ptr16, i: int) -> int:
    return p[i]


@micropython.viper
def load32(p: ptr32, i: int) -> int:
    return p[i]


@micropython.viper
def store16(p: ptr16, i: int, v: int):
    p[i] = v


def caught(f, *arguments):
    try:
        return f(*arguments)
    except (IndexError, TypeError, ValueError) as e:
        return type(e).__name__


b = bytearray(7)
for f, least in (load8, 7), (load16, 3), (load32, 1):
    print(f(b, least - 1), caught(f, b, least), caught(f, b, -1), caught(f, b, sys.maxsize))
print(caught(store16, b, 3, 1), caught(store16, b, -1, 1), caught(store16, b"1234", 0, 1), b)
print(caught(load8, bytearray(), 0), caught(load8, 12, 0), caught(load8, [], 0), caught(load8, 1.5, 0))
for arguments in ((b, 7), (bytearray(3), 70000), (-1, 0), ("é", 2)):
    try:
        load8(*arguments)
    except (IndexError, ValueError) as e:
        print(str(e).replace(hex((1 << 64) - 1), "-1").replace(hex((1 << 32) - 1), "-1"))
