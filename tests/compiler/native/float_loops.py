# expect: hand, because micropython.native is MicroPython's
import micropython


def plain(n, x):
    y = 0.0
    for i in range(n):
        x = x * 0.5 + i
        y = y - x / (i + 1)
        if y < -100.0:
            y = -y
        if x != x:
            break
    return x, y, -y


@micropython.native
def compiled(n, x):
    y = 0.0
    for i in range(n):
        x = x * 0.5 + i
        y = y - x / (i + 1)
        if y < -100.0:
            y = -y
        if x != x:
            break
    return x, y, -y


for n, x in (0, 1), (1, 1), (50, 0.25), (1000, 3), (10, float("inf")), (10, float("nan")):
    print(repr(plain(n, x)) == repr(compiled(n, x)), compiled(n, x)[0] == plain(n, x)[0])
try:
    compiled(3, "x")
except TypeError as e:
    print(e)
