# expect: hand, because viper is MicroPython's
@micropython.viper
def f(n: int) -> int:
    r = 0
    try:
        r = 10 // n
    except ZeroDivisionError as e:
        print("caught", e)
        r = -1
    finally:
        r += 1
    with open("/dev/null") as null:
        r += 2
    return r


print(f(5), f(0))


@micropython.viper
def g(n: int):
    if n > 2:
        raise ValueError(n, n + 1)
    assert n != 1, "one"


for n in (3, 1, 0):
    try:
        print(g(n))
    except (ValueError, AssertionError) as e:
        print(repr(e))
