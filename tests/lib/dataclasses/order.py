from dataclasses import dataclass, field


@dataclass(order=True)
class V:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False)


print(V(1, 2) < V(1, 3), V(2) > V(1, 9), V(1) <= V(1, 0, "x"), V(1) >= V(2), V(1, 0, "a") == V(1, 0, "b"))
print(sorted([V(2), V(1, 1), V(1)]), max(V(1), V(3)))
try:
    V(1) < 3
except TypeError as e:
    print(e)


@dataclass(order=True)
class One:
    x: int


print(One(1) < One(2), One(1) == One(1))
