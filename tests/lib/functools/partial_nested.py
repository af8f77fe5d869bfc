# A partial of a partial is one partial, unless the inner one has attributes.
from functools import partial


def f(*args, **kw):
    return args, sorted(kw.items())


inner = partial(f, 1, a=1, b=2)
outer = partial(inner, 2, b=3)
print(outer.func is f, outer.args, outer.keywords, outer(9))
print(inner.keywords)
inner.note = "x"
outer = partial(inner, 2)
print(outer.func is inner, outer.args, outer())
