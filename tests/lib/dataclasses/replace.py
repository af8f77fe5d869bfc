from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class P:
    x: int
    y: int = 0
    z: int = field(init=False, default=9)


p = P(1, 2)
print(replace(p, y=5), p, replace(p), replace(p) == p, replace(p) is p)
for bad in lambda: replace(p, z=1), lambda: replace(p, w=1), lambda: replace(3), lambda: replace(P, x=1):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
