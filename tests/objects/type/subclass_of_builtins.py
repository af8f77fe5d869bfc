class L(list):
    def __init__(self, *args):
        super().__init__(args)
        self.extra = "e"
    def __getitem__(self, i):
        return ("L", super().__getitem__(i))
    def append(self, x):
        super().append(x * 2)
l = L(1, 2, 3)
l.append(4)
print(l, len(l), l[0], l.extra, isinstance(l, list), sorted(l), l == [1, 2, 3, 8])
class D(dict):
    def __missing__(self, key): return key + "!"
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
d = D(a=1)
d["b"] = 1
d.name = "n"
print(d["a"], d["b"], d["zz"], d.name, d)
class I(int):
    def __add__(self, o): return I(super().__add__(o))
    def __repr__(self): return f"I({int(self)})"
i = I(5)
i.tag = "t"
print(i + 1, i.tag, i * 2, 1 + i, i == 5, hash(i) == hash(5), [0] * I(2))
class S(str):
    def shout(self): return self.upper() + "!"
s = S("abc")
s.tag = 1
print(s.shout(), s.tag, len(s), s + "d", {s: 1}["abc"])
class T(tuple):
    def __new__(cls, *args): return super().__new__(cls, args)
    @property
    def first(self): return self[0]
t = T(7, 8)
t.tag = 2
print(t, t.first, t.tag, t + (9,), t == (7, 8))
class F(float):
    pass
f = F(1.5)
f.unit = "m"
print(f + 1, f.unit, F("2.5"))
