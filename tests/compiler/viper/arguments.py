# expect: hand, because viper is MicroPython's
@micropython.viper
def f(a: int, b: uint, c: bool, d: object, e, g: int = 7):
    print(a, b if b < uint(99) else "large", c, d, e, g)


f(-1, -1, [], "x", None)
f(True, 5, [0], 1.5, e=(), g=1 << 80)
f(a=2, b=3, c=0, d=1, e=2, g=-(1 << 80) + 3)
for bad in (1.5, "1", None, b""):
    try:
        f(bad, 0, 0, 0, 0)
    except TypeError as error:
        print(error)
try:
    f(1)
except TypeError as error:
    print(error)
