class M(type):
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"prepared": True}
    def __new__(m, name, bases, ns, **kw):
        print("new", name, [k for k in ns], kw)
        return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
    def __call__(c, *a, **k):
        print("call", a, k)
        return super().__call__(*a, **k)
    def on_class(c): return "on " + c.__name__
    @property
    def prop(c): return "prop"
    def __getattr__(c, n): return "meta " + n
    def __len__(c): return 7
    def __contains__(c, x): return x == 1
    def __iter__(c): return iter("ab")
    def __getitem__(c, k): return ("item", k)
    def __instancecheck__(c, i): return i == 5
    def __subclasscheck__(c, i): return i is int
    def __repr__(c): return "<M " + c.__name__ + ">"
    def __add__(c, o): return "add"
class A(metaclass=M, k=1):
    x = 1
    def __init__(self, v): self.v = v
print(A(3).v, A.on_class(), A.prop, A.zzz, A.prepared, len(A), 1 in A, list(A), A["k"])
print(isinstance(5, A), isinstance(6, A), issubclass(int, A), A, type(A).__name__, A + 1)
try:
    A(1).on_class
except AttributeError as e:
    print(e)
class B(A): pass
print(type(B) is M)
def fake(name, bases, ns, **kw): return (name, bases, sorted(ns), kw)
class F(int, metaclass=fake, z=2): y = 1
print(F)
class M2(type): pass
class X(metaclass=M2): pass
class Y(metaclass=type("M3", (type,), {})): pass
try:
    class Z(X, Y): pass
except TypeError as e:
    print(e)
