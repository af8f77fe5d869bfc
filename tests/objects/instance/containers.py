class Seq:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * 10
s = Seq(3)
print(list(s), 20 in s, 5 in s, bool(s), bool(Seq(0)), [x for x in s], s[1], len(s), tuple(s))
class Map:
    def __init__(self): self.d = {}
    def __setitem__(self, k, v): self.d[k] = v
    def __getitem__(self, k): return self.d[k]
    def __delitem__(self, k): del self.d[k]
    def __contains__(self, k): return k in self.d
m = Map()
m["a"] = 1
m[1, 2] = 3
m[1:2] = 4 if False else 5
del m["a"]
print(m.d, "a" in m, (1, 2) in m)
class Bad:
    def __len__(self): return -1
class Bad2:
    def __len__(self): return "x"
class Bad3:
    def __bool__(self): return 1
for f in [lambda: len(Bad()), lambda: len(Bad2()), lambda: bool(Bad3()), lambda: len(5), lambda: 5[0], lambda: object()[0],
          lambda: 1 in 5, lambda: 1 in object(), lambda: iter(5), lambda: next(5), lambda: next(object()),
          lambda: list(object())]:
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
def store(): object()[0] = 1
def delete(): del object()[0]
def store2(): (1, 2)[0] = 1
def delete2(): del (1, 2)[0]
for f in (store, delete, store2, delete2):
    try:
        f()
    except TypeError as e:
        print(e)
