from collections import namedtuple


P = namedtuple("P", "a b c", defaults=[10, 20])
print(P(1), P(1, 2), P(1, c=3), P._field_defaults)
print(namedtuple("R", "a class _x a", rename=True)._fields)
