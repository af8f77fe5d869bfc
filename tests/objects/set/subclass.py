class S(set):
    def __init__(self, items=()):
        super().__init__(items)
        self.tag = "t"


s = S([1, 2])
print(sorted(s), s.tag, type(s | {3}).__name__, type(s.copy()).__name__, s == {1, 2})


class F(frozenset):
    def __new__(cls, *args):
        return super().__new__(cls, args)


f = F(1, 2)
f.name = "f"
print(sorted(f), f.name, {f: 1}[frozenset([1, 2])])
