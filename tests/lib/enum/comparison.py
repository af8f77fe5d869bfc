from enum import Enum, IntEnum


class A(Enum):
    X = 1


class B(IntEnum):
    X = 1


print(A.X == B.X, A.X == 1, B.X == 1, A.X is A.X, A.X != B.X, hash(A.X) == hash("X"))
try:
    A.X < A.X
except TypeError as e:
    print(e)


class Ordered(Enum):
    LOW = 1
    HIGH = 2

    def __lt__(self, other):
        return self.value < other.value


print(Ordered.LOW < Ordered.HIGH, max(Ordered), sorted([Ordered.HIGH, Ordered.LOW]))
