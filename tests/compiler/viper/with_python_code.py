# expect: hand, because viper is MicroPython's
import math

scale = 3
seen = []


@micropython.viper
def f(x, n: int):
    global last
    last = n * 2
    seen.append(n)
    d = {"n": n, n: x, **{"k": 1}}
    text = f"{n:>4}|{n!r}"
    return max(n, int(scale)), (n, x, *[n]), d, text, math.sqrt(n), x.upper(), print(n, n > 1, sep="-")


print(f("abc", 4), last, seen)


class Counter:
    def __init__(self):
        self.n = 0

    @micropython.viper
    def add(self, by: int) -> int:
        self.n = int(self.n) + by
        return int(self.n)


c = Counter()
print(c.add(2), c.add(-5), c.n)
