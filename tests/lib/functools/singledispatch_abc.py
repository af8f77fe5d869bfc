from functools import singledispatch
from abc import ABC


class Shape(ABC):
    pass


class Round(Shape):
    pass


class Virtual:
    pass


@singledispatch
def f(x):
    return "object"


f.register(Shape, lambda x: "shape")
f.register(Round, lambda x: "round")
print(f(Round()), f(Virtual()))
Shape.register(Virtual)
print(f(Virtual()))


class A(ABC):
    pass


class B(ABC):
    pass


class Both:
    pass


A.register(Both)
B.register(Both)
f.register(A, lambda x: "a")
print(f(Both()))
f.register(B, lambda x: "b")
try:
    f(Both())
except RuntimeError as e:
    print(e.args[0].split(":")[0])
