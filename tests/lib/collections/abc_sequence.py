from collections.abc import MutableSequence, Sequence


class S(MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def __len__(self):
        return len(self.items)

    def insert(self, i, v):
        self.items.insert(i, v)


s = S(1, 2, 3)
s.append(4)
s.extend([5, 1])
s += [6]
print(list(s), 2 in s, s.index(3), s.count(1), list(reversed(s)), s.pop(), s.pop(0), list(s), s.index(1, 2))
s.remove(3)
s.reverse()
print(list(s), isinstance(s, Sequence))
s.clear()
print(list(s))
for bad in lambda: s.index(9), lambda: s.pop(), lambda: s.remove(9):
    try:
        bad()
    except (ValueError, IndexError) as e:
        print(type(e).__name__)
