class A:
    def m(self, x): return (self.v, x)
    def __init__(self, v): self.v = v

a = A(1)
b = a.m
print(b(2), b.__self__ is a, b.__func__ is A.m, b.__name__, b.__qualname__)
print(b == a.m, b is a.m, b == A(1).m, hash(b) == hash(a.m))
a.v = 5
print(b(3), A.m(a, 4))
f = A.m
print(f.__get__(a, A)(6), f.__get__(None, A) is f)
a.f = f
try:
    a.f(1)
except TypeError as e:
    print(e)
print("abc".upper.__name__, [].append.__self__)
