# gc.collect called by C++ keeps what that code still needs.
import gc
import weakref
from functools import partial


class A:
    def __init__(self, n):
        self.n = n

    __add__ = gc.collect


def made():
    for i in range(3):
        yield A(i)


print([a.n for a in sorted(made(), key=lambda a: (gc.collect(), -a.n)[1])])
print(list(map(gc.collect, (0, 1, 2))) == [0, 0, 0], partial(gc.collect)() >= 0)
print(gc.collect(*[2]) >= 0, gc.collect(generation=1) >= 0, gc.collect(**{"generation": 0}) >= 0)
print(max([str(i) * 50 for i in range(20)], key=lambda s: (gc.collect(), int(s[:2]))[1])[:4])
r = weakref.ref(A(1), gc.collect)
gc.collect()
print(r())
d = {A(i): str(i) * 30 for i in range(5)}
print(sorted(v[0] for v in {k.n: (gc.collect(), v)[1] for k, v in d.items()}.values()))
