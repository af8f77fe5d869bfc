a, b = {1, 2, 3}, {3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), sorted(b - a))
f = frozenset(b)
print(type(a | f).__name__, type(f | a).__name__, sorted(f & a))
a |= {9}
a &= {1, 2, 9}
a -= {2}
a ^= {1, 7}
print(sorted(a))
f |= {1}
print(type(f).__name__, sorted(f))
