import math


class Own:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


class HasFloat:
    def __float__(self):
        return 2.5


print(math.floor(1.5), math.floor(-1.5), math.ceil(1.2), math.ceil(-1.2), math.trunc(-1.7), math.floor(1e20))
print(math.floor(5), math.ceil(10**30), math.trunc(True), math.floor(Own()), math.ceil(Own()), math.trunc(Own()))
print(math.floor(HasFloat()), math.ceil(HasFloat()))
for f in (math.floor, math.ceil, math.trunc):
    for x in (math.inf, math.nan):
        try:
            f(x)
        except (OverflowError, ValueError) as e:
            print(type(e).__name__, e)
