print(set(), sorted(set("hello")), sorted(set([1, 1.0, True])), set({}), frozenset(), frozenset([1]))
print(set(range(1)), {*"a"}, sorted({x * x for x in range(4)}))
f = frozenset([1])
print(frozenset(f) is f, set(f) == f)
s = {1}
s.__init__([5, 6])
print(sorted(s))
