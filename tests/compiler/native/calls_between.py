# expect: hand, because micropython.native is MicroPython's
import micropython


@micropython.native
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def plain(n):
    return native(n - 1) + 1 if n else 0


@micropython.native
def native(n):
    return plain(n - 1) + 1 if n else 0


class Point:
    def __init__(self, x):
        self.x = x

    @micropython.native
    def moved(self, by=1, *more, key=0):
        self.x += by + key + len(more)
        return self

    @property
    @micropython.native
    def double(self):
        return self.x * 2


@micropython.native
def deep(n):
    return deep(n + 1)


print(fib(15), plain(51), native(50))
print(Point(1).moved().moved(2, 3, key=4).double)
try:
    deep(0)
except RuntimeError as e:
    print(type(e).__name__)
