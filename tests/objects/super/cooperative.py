class Base:
    def __init__(self, **kw): self.log = ["Base"]
    def f(self): return ["Base.f"]
    @classmethod
    def c(cls): return [cls.__name__]
    @property
    def p(self): return 1
class A(Base):
    def __init__(self, a=0, **kw):
        super().__init__(**kw)
        self.log.append(("A", a))
    def f(self): return ["A.f"] + super().f()
class B(Base):
    def __init__(self, b=0, **kw):
        super().__init__(**kw)
        self.log.append(("B", b))
    def f(self): return ["B.f"] + super().f()
class C(A, B):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.log.append("C")
    def f(self): return ["C.f"] + super().f()
    @classmethod
    def c(cls): return ["C"] + super().c()
    @property
    def p(self): return super().p + 1
c = C(a=1, b=2)
print(c.log, c.f(), C.c(), c.p)
print(super(A, c).f(), super(C, c).f(), super(A, C).f(c))
for f in [lambda: super(C, A()), lambda: super(1, 2), lambda: super(C, c).nothing, lambda: super()]:
    try:
        print(f())
    except (TypeError, AttributeError, RuntimeError) as e:
        print(type(e).__name__, e)
class D(list):
    def append(self, x):
        super().append(x)
        return len(self)
    def __len__(self): return super().__len__() + 100
print(D().append(1))
