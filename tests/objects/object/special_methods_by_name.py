print([1, 2].__len__(), (5).__add__(3), "a".__add__("b"), [1].__contains__(1), {}.__setitem__("a", 1))
print(list.__len__([1, 2, 3]), int.__add__(1, 2), str.__len__("abc"), dict.__getitem__({"k": 1}, "k"))
print((5).__radd__(3), (1).__eq__(2), (1).__eq__("x"), (1).__lt__(2), object.__eq__(1, 2))
print([1].__iter__().__next__(), (3).__repr__(), (3).__str__(), "x".__hash__() == hash("x"))
print(object.__repr__([])[:13], int.__call__(3) if False else int.__new__(int, "7"))
print((5).__bool__(), (-5).__neg__(), (5).__abs__(), (5).__format__("3"), [].__class__)
for f in [lambda: [].__len__(1), lambda: list.__len__(3), lambda: list.__len__(), lambda: (1).__add__()]:
    try:
        print(f())
    except TypeError as e:
        print("TypeError")
class A:
    def __setattr__(self, k, v):
        object.__setattr__(self, k, v * 2)
    def __getattribute__(self, k):
        v = object.__getattribute__(self, k)
        return v + 1 if isinstance(v, int) else v
    def __delattr__(self, k):
        print("del", k)
        object.__delattr__(self, k)
a = A()
a.x = 5
print(a.x)
del a.x
print(hasattr(a, "x"))
