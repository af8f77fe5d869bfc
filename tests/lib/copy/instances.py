import copy


class A:
    def __init__(self, x):
        self.x = x


class Slotted:
    __slots__ = ("a", "b")


class Hooks:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep", type(memo).__name__


class State:
    def __init__(self):
        self.a, self.skip = [1], 2

    def __getstate__(self):
        return {"a": self.a}

    def __setstate__(self, state):
        self.__dict__.update(state, restored=True)


class Reduced:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return Reduced, (self.n + 1,)


a = A([1])
b, c = copy.copy(a), copy.deepcopy(a)
print(b.x is a.x, c.x is a.x, c.x, type(c) is A)
s = Slotted()
s.a = [1]
t = copy.deepcopy(s)
print(t.a, t.a is s.a, hasattr(t, "b"), copy.copy(s).a is s.a)
print(copy.copy(Hooks()), copy.deepcopy(Hooks()))
d = copy.deepcopy(State())
print(sorted(d.__dict__), d.restored, copy.copy(Reduced(1)).n, copy.deepcopy([Reduced(5)])[0].n)
