# expect: hand, because CPython has no such decorators
def deco(f):
    f.marked = True
    return f


@deco
@micropython.native
def first(x):
    return x + 1


@micropython.bytecode
@deco
def second(x, *rest, key=2, **more):
    return x, rest, key, more


class C:
    @staticmethod
    @micropython.native
    def s(x):
        return x * 2


print(first(1), first.marked, second(1, 2, key=3, z=4), second.marked, C.s(4), C().s("a"))
