a = frozenset([1, 2, 3])
b = frozenset([3, 2, 1.0])
print(hash(a) == hash(b), a == b, {a: 1}[b], hash(frozenset()) == hash(frozenset()))
s = {frozenset(), frozenset([1])}
print(frozenset() in s, set() in s, {1} in s, {2} in s)
s.remove({1})
s.discard(set())
print(s)
