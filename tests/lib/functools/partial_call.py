# A partial puts its arguments before those of the call; later keywords win.
from functools import partial


def f(*args, **kw):
    return args, sorted(kw.items())


p = partial(f, 1, 2, a=3)
print(p(), p(4), p(4, b=5), p(a=6))
print(partial(f)(1))
print(partial(int, base=2)("101"), partial(max, 3)(1, 9))
print(list(map(partial(pow, 2), [1, 2, 3])))
print(callable(p), p.func is f, p.args, p.keywords)
