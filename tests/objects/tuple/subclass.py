class Point(tuple):
    def __new__(cls, x, y):
        self = super().__new__(cls, (x, y))
        self.label = "p"
        return self

    @property
    def x(self):
        return self[0]


p = Point(3, 4)
p.extra = [1]
print(p, p.x, p.label, p.extra, len(p), p == (3, 4), hash(p) == hash((3, 4)))
print(isinstance(p, tuple), type(p[:]).__name__, type(p + ()).__name__, {p: 1}[(3, 4)])
for i in range(12):
    setattr(p, f"a{i}", i)
print(sum(getattr(p, f"a{i}") for i in range(12)), p)
del p.label
print(hasattr(p, "label"), p[1])
