a, b = {1, 2}, {1, 2, 3}
print(a < b, a <= b, a > b, b >= a, a == {2, 1}, a != b, a < a, a <= a, {1} < {2}, {1} > {2})
print(a.issubset(b), a.issuperset([1]), a.isdisjoint([5]), a.isdisjoint(b), a.issubset([1, 2, 3]))
print(a == frozenset(a), frozenset(a) == a, a == [1, 2], set() == {})
