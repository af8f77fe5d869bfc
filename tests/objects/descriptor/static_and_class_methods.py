class A:
    @staticmethod
    def s(x): return ("s", x)
    @classmethod
    def c(cls, x): return (cls.__name__, x)
    def f(self, x): return ("f", x)
class B(A): pass
print(A.s(1), A().s(2), A.c(3), B.c(4), B().c(5), A.f(A(), 6))
print(A.__dict__["s"].__func__(7), A.__dict__["c"].__func__(B, 8), A.__dict__["s"](9))
print(A.f.__name__, A.c.__name__, A.s.__name__, A.c.__self__ is A)
m = A().f
print(m(1), m.__func__ is A.f, m.__self__.__class__.__name__, m == m)
class C:
    len = staticmethod(len)
    n = classmethod(lambda cls: cls.__name__)
print(C.len([1]), C().len("ab"), C.n(), C().n())
