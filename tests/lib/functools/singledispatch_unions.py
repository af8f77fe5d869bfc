from functools import singledispatch


@singledispatch
def f(x):
    return "other"


@f.register
def _(x: int | str):
    return "int or str"


@f.register(bytes | bytearray)
def _(x):
    return "bytes"


print(f(1), f("a"), f(b""), f(bytearray()), f(1.5))
