# expect: hand, because const() is MicroPython's
from micropython import const

LIMIT = const(7)


def parameter(LIMIT):
    return LIMIT


def local():
    for LIMIT in (1, 2):
        pass
    return LIMIT


def comprehension():
    return [LIMIT for LIMIT in "ab"], LIMIT


print(parameter("own"), local(), comprehension(), (lambda LIMIT=3: LIMIT)())
