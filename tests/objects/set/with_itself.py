a = {1, 2, 3}
a |= a
print(sorted(a))
a &= a
print(sorted(a))
a -= a
print(a)
a = {1}
a ^= a
print(a)
a = {1}
a.update(a)
print(a, a - a, a ^ a, a & a)
