from functools import total_ordering


def make(name, compare):
    class C:
        def __init__(self, v):
            self.v = v

        def __eq__(self, other):
            return self.v == other.v
    setattr(C, name, compare)
    return total_ordering(C)


roots = {"__lt__": lambda a, b: a.v < b.v, "__le__": lambda a, b: a.v <= b.v,
         "__gt__": lambda a, b: a.v > b.v, "__ge__": lambda a, b: a.v >= b.v}
for name, compare in roots.items():
    C = make(name, compare)
    for a, b in (1, 2), (2, 2), (3, 2):
        a, b = C(a), C(b)
        print(name, a < b, a <= b, a > b, a >= b)
print(sorted(make("__gt__", roots["__gt__"])(i) for i in (3, 1, 2))[0].v)
