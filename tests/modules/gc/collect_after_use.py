# What a name no longer refers to is gone after gc.collect(), wherever it was last used.
import gc
import weakref


class A:
    def same(self):
        return self

    def __add__(self, other):
        return other


def check(label, use):
    def inside():
        a = A()
        r = weakref.ref(a)
        use(a, r)
        a = None
        gc.collect()
        return r() is None

    print(label, inside())


def deep(a, n):
    return a if n == 0 else deep(a, n - 1)


check("argument", lambda a, r: id(a))
check("called", lambda a, r: a.same().same())
check("referent", lambda a, r: str(r()))
check("operator", lambda a, r: a + a + a)
check("list", lambda a, r: [a, a, a, a, a, a, a, a, a, a][0])
check("deep", lambda a, r: deep(a, 50))
check("key", lambda a, r: sorted([a, a], key=id))
check("generator", lambda a, r: [x for x in (y for y in [a])])


def locals_only():
    a = A()
    r = weakref.ref(a)
    print(r() is a)
    x = r()
    x = None
    del a
    gc.collect()
    print(r())


locals_only()
for value in (1, 2, 3, 4, 5, 6, 7, 8, 9):
    a = A()
r = weakref.ref(a)
print(r() is a)
a = None
gc.collect()
print(r())
