from enum import Enum


class Text(str, Enum):
    A = "a"


class Real(float, Enum):
    HALF = 0.5


class Tuple(tuple, Enum):
    P = (1, 2)


class Shouts:
    def shout(self):
        return self.name + "!"


class Mixed(Shouts, Enum):
    X = 1


print(Text.A, repr(Text.A), Text.A == "a", f"{Text.A}", Text.A.upper())
print(Real.HALF + 1, repr(Real.HALF), Tuple.P[1], repr(Tuple.P), Mixed.X.shout())
try:
    class Two(int, str, Enum):
        A = 1
except TypeError:
    print("TypeError")
