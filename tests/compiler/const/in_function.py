# expect: hand, because const() is MicroPython's
from micropython import const


def area(width):
    _DEPTH = const(3)
    HEIGHT = const(_DEPTH + 1)

    def inner():
        return width * HEIGHT + _DEPTH

    return inner() + HEIGHT


print(area(5), "HEIGHT" in globals())
