class A:
    "doc"
    a: int = 1
    b: "str"
    c = a + 1
    def m(self): pass
    for i in range(2): pass
    print(sorted(locals()))
    if c == 2:
        d = [k for k in range(c)]
print([k for k in A.__dict__ if k not in ("__dict__", "__weakref__")])
print(A.__annotations__, A.d)
class B:
    pass
print("x" in vars(type("C", (), {"x": 1})), B.__dict__["__module__"])
class D:
    __module__ = "other"
    __qualname__ = "Q"
    __slots__ = ()
print(D.__module__, D.__qualname__, D)
class E:
    print(__module__, __qualname__)
    class F:
        print(__qualname__)
        def m(self): pass
    def f(self):
        class G: pass
        return G
print(E.F.m.__qualname__, E().f().__qualname__, E.f.__qualname__)
try:
    class H:
        __qualname__ = 5
except TypeError as e:
    print(e)
