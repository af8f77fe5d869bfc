import functools
from inspect import signature


class Plain:
    pass


class Made:
    def __init__(self, a, b=2):
        pass

    def method(self, x: "int", *rest):
        pass

    @classmethod
    def make(cls, y):
        pass

    @staticmethod
    def static(z=None):
        pass

    def __call__(self, *, k):
        pass


class Newed:
    def __new__(cls, one):
        return super().__new__(cls)


def f(a, b: int = 1, /, c=(), *args, d, e="x", **kw) -> list[str]:
    pass


async def g(*, a: Made = None):
    pass


@functools.wraps(f)
def wrapped(*args):
    pass


for each in (f, g, Plain, Made, Newed, Made(1).method, Made.method, Made.make, Made.static, Made(1), wrapped,
             lambda: 0, lambda x, /: x, lambda *, y: y, lambda **z: z, lambda *a, b: a,
             functools.partial(f, 1, d=3), functools.partial(Made, 1), functools.partial(Made, b=7)):
    print(signature(each))
print(signature(wrapped, follow_wrapped=False), repr(signature(f)))
for wrong in (3, "x", None):
    try:
        signature(wrong)
    except TypeError as e:
        print(e)
try:
    signature(type("Bad", (), {"m": lambda: 0})().m)
except ValueError as e:
    print(e)
