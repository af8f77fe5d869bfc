class A:
    attr = "A.attr"
    def m(self, x=0): return f"A.m({x})"
    @classmethod
    def c(cls): return "A.c " + cls.__name__
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
    def __getitem__(self, k): return ("A", k)
class B(A):
    attr = "B.attr"
    def m(self, x=0): return "B>" + super().m(x)
    @classmethod
    def c(cls): return "B>" + super().c()
    @staticmethod
    def s(): return "B>" + super(B, B).s()
    @property
    def p(self): return "B>" + super().p
    def __getitem__(self, k): return super().__getitem__(k)
    def attrs(self): return super().attr, super(B, self).attr
    def nested(self):
        def inner(): return super(B, self).m()
        return inner() + (lambda: super(B, self).m())()
    def explicit(self): return super(__class__, self).m(1)
    def comp(self): return [super(B, self).m(i) for i in range(2)]
    def gen(self): return list(super(B, self).m(i) for i in range(2))
    def kw(self): return super().m(x=5), super().m(*[6]), super().m(**{"x": 7})
    def stored(self):
        s = super()
        return s.m(), s.attr, s.__thisclass__.__name__, s.__self__ is self, s.__self_class__.__name__
    def missing(self): return super().missing
    def reassigned(self):
        self = 5
        try:
            return super().m()
        except TypeError as e:
            return str(e)
    def cell_self(self):
        f = lambda: self
        return super().m(f() is self)
b = B()
print(b.m(1), B.c(), b.s(), b.p, b[3], b.attrs())
print(b.nested(), b.explicit(), b.comp(), b.gen(), b.kw(), b.stored())
try:
    b.missing()
except AttributeError as e:
    print(e)
print(b.reassigned(), b.cell_self())
class C(B):
    def m(self, x=0): return super(B, self).m(x)
    def gen2(self):
        yield super().m(1)
        yield super().attr
print(C().m(2), list(C().gen2()))
try:
    super(B, 5).m
except TypeError as e:
    print(e)
def outside(self): return super().m()
try:
    outside(b)
except RuntimeError as e:
    print(e)
class D(A):
    def noargs(): return super().m()
    def deleted(self):
        del self
        return super().m()
    def star(*args): return super().m(9)
    comp0 = None
    def in_list(self): return [super().m(i) for i in range(2)]
try:
    D.noargs()
except RuntimeError as e:
    print(e)
try:
    D().deleted()
except RuntimeError as e:
    print(e)
try:
    D().star()
except RuntimeError as e:
    print(e)
try:
    print(D().in_list())
except TypeError as e:
    print(e)
print(repr(super(B, b))[:20], super(B, b).m.__self__ is b, super(B, B).m is A.m)
s = super(B)
print(s.__self__, s.__get__(b, B).m())
