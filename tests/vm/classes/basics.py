class A:
    """Doc."""
    x = 1
    def __init__(self, v): self.v = v
    def get(self): return self.v
    @classmethod
    def make(cls, v): return cls(v)
    @staticmethod
    def st(a): return a
    @property
    def p(self): return self.v * 2
    @p.setter
    def p(self, n): self.v = n
    @p.deleter
    def p(self): print("deleted")
class B(A):
    def get(self): return super().get() + 100
a, b = A(1), B.make(2)
print(a.get(), b.get(), type(b).__name__, A.st(3), b.st(4), a.p, A.x, b.x)
a.p = 10
print(a.v, a.p)
del a.p
print(A.__name__, A.__qualname__, A.__doc__, A.__module__, B.__bases__ == (A,), B.__mro__ == (B, A, object))
print(isinstance(b, A), issubclass(B, A), B.__base__ is A, a.__class__ is A)
B.x = 5
print(A.x, B.x, b.x)
b.x = 6
print(B.x, b.x, b.__dict__)
try:
    a.nothing
except AttributeError as e:
    print(e)
try:
    A.nothing
except AttributeError as e:
    print(e)
a.__dict__["z"] = 5
print(a.z, vars(a))
a.__class__ = B
print(a.get())
def ext(self): return "ext"
A.ext = ext
print(b.ext())
class Empty: pass
print(Empty().__dict__, Empty.__doc__)
