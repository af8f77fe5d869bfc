# All that __reduce__ may return: a callable, arguments, state, items, pairs.
import copy


class Bag(list):
    def __init__(self, tag):
        self.tag = tag

    def __reduce__(self):
        return Bag, (self.tag,), {"extra": [1]}, iter(self)


class Map(dict):
    def __reduce__(self):
        return Map, (), None, None, iter(self.items())


class Name:
    def __reduce__(self):
        return "a global's name"


b = Bag("t")
b += [[1], [2]]
c, d = copy.copy(b), copy.deepcopy(b)
print(c, c.tag, c.extra, c[0] is b[0], d, d[0] is b[0], type(d).__name__)
m = Map(a=[1])
print(copy.deepcopy(m), copy.copy(m)["a"] is m["a"])
n = Name()
print(copy.copy(n) is n, copy.deepcopy(n) is n)
