from enum import CONFORM, EJECT, KEEP, STRICT, Flag, IntFlag, FlagBoundary


def make(boundary):
    class F(Flag, boundary=boundary):
        A = 1
        C = 4
    return F


print(make(CONFORM)(15), repr(make(EJECT)(15)), repr(make(KEEP)(15)), make(KEEP)(15).value)
print(~make(CONFORM).A, repr(~make(KEEP).A), repr(make(CONFORM)(-1)), FlagBoundary.STRICT is STRICT)
try:
    make(STRICT)(2)
except ValueError as e:
    print(e)
