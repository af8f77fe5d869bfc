from enum import Enum, member, nonmember


class Outer(Enum):
    _ignore_ = "helper other"
    helper = 3
    __private = "p"
    A = helper + 1
    NOT = nonmember(5)

    @member
    def func(x):
        return x

    class Inner(Enum):
        X = 1


print(list(Outer)[0], Outer.A.value, Outer.NOT, Outer._Outer__private, hasattr(Outer, "helper"), Outer.func.value(3))
