from enum import Enum, IntEnum, auto


class A(Enum):
    a = auto()
    b = auto()
    c = 10
    d = auto()
    e = 2
    f = auto()


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{name}/{start}/{count}/{last_values}"
    x = auto()
    y = auto()


class Pair(Enum):
    p = auto(), "first"
    q = auto(), "second"


print([m.value for m in A], [m.value for m in Named])
print(list(IntEnum("N", "u v")), Pair.p.value[1], Pair.q.value[1])
try:
    class Bad(Enum):
        a = "x"
        b = auto()
except TypeError as e:
    print(e)
