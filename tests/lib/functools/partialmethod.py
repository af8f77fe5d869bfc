from functools import partialmethod


class Cell:
    def set(self, alive, how=None):
        return self, alive, how

    on = partialmethod(set, True)
    off = partialmethod(set, False, how="gone")
    nested = partialmethod(off, )
    klass = partialmethod(classmethod(lambda cls, *a: (cls.__name__, a)), 1)
    static = partialmethod(staticmethod(lambda *a: a), 2)


c = Cell()
print(c.on()[1:], c.off()[1:], c.off(how="x")[1:], c.on()[0] is c)
print(c.nested()[1:], c.klass(5), Cell.klass(6), c.static(7))
print(Cell.on(c)[1:])
for bad in (3, None):
    try:
        partialmethod(bad)
    except TypeError as e:
        print(e)
print(repr(partialmethod(print, 1, sep="")).startswith("functools.partialmethod(<built-in function print>, 1, sep='')"))
