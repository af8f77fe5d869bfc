# What a callback does to the iterator that asks it leads to no stale memory.
from itertools import accumulate, cycle, filterfalse, groupby, permutations

items = list(range(5))


def clear(x):
    items.clear()
    return False


print(list(filterfalse(clear, items)))
items = [1, 2, 3]
c = cycle(items)
print([next(c) for _ in range(4)])
items.clear()
print([next(c) for _ in range(3)])


class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        for k, g in groups:
            list(g)
        return self.n == other.n


groups = groupby([Key(i // 2) for i in range(6)])
try:
    print(len(list(groups)) >= 0)
except RecursionError:
    print(True)
a = accumulate([1, 2, 3], lambda x, y: (next(a, 0), x + y)[1])
print(len(list(a)) > 0)
