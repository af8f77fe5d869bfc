import copy
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class F:
    a: int
    b: list


@dataclass
class P:
    x: list


f = F(1, [2])
g = copy.deepcopy(f)
print(g, g == f, g.b is f.b, copy.copy(f).b is f.b)
p = P([1])
print(copy.copy(p).x is p.x, copy.deepcopy(p).x is p.x, copy.deepcopy(p))
