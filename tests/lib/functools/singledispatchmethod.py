from functools import singledispatchmethod


class Neg:
    sign = "-"

    @singledispatchmethod
    def neg(self, x):
        raise NotImplementedError(type(x).__name__)

    @neg.register
    def _(self, x: int):
        return self.sign, -x

    @neg.register(bool)
    def _(self, x):
        return self.sign, not x

    @singledispatchmethod
    @classmethod
    def of_class(cls, x):
        return cls.__name__, "any"

    @of_class.register
    @classmethod
    def _(cls, x: str):
        return cls.__name__, "str"


n = Neg()
print(n.neg(3), n.neg(True), n.of_class(1), Neg.of_class("a"))
try:
    n.neg("x")
except NotImplementedError as e:
    print(e)
try:
    singledispatchmethod(3)
except TypeError as e:
    print(e)
