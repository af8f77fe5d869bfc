from collections.abc import MutableSet, Set


class S(MutableSet):
    def __init__(self, items=()):
        self.items = []
        for x in items:
            self.add(x)

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, x):
        if x not in self.items:
            self.items.append(x)

    def discard(self, x):
        if x in self.items:
            self.items.remove(x)

    def __repr__(self):
        return f"S({self.items})"


a, b = S([1, 2, 3]), S([2, 3, 4])
print(a & b, a | b, a - b, a ^ b, a <= b, S([2]) < a, a >= S([1]), a == {1, 2, 3}, a != b, a.isdisjoint([9]), {1, 9} & a, a - [1])
a |= [7]
a &= {1, 2, 7}
a -= {1}
a ^= [2, 5]
print(a, a.pop(), len(a), a._hash() == hash(frozenset(a)))
a.clear()
try:
    a.remove(1)
except KeyError as e:
    print(e, a)
