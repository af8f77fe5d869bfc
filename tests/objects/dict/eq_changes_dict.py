class Evil:
    def __init__(self, act):
        self.act = act

    def __hash__(self):
        return 7

    def __eq__(self, other):
        if self.act:
            act, self.act = self.act, None
            act()
        return self is other


def fill():
    for i in range(100):
        d[i] = i


d = {}
a, b = Evil(lambda: d.clear()), Evil(None)
d[a] = 1
d[b] = 2
print(len(d), b in d)
c = Evil(fill)
d[c] = 3
print(len(d), d[c])
