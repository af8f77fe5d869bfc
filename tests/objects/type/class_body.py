x = "global"
class A:
    print(__name__, __qualname__, x)
    x = "class"
    print(x)
    y = [i for i in range(3)]
    def f(self): return x
    z = f
    for i in range(2):
        pass
    __private = 1
    def get(self): return self.__private
    class B:
        def where(self): return __class__.__qualname__
    if True:
        def cond(self): return "cond"
    a = b = 3
    del b
print(A.x, A().f(), A.y, A.z is A.f, A.i, A().get(), A._A__private, A.B().where(), A().cond(), hasattr(A, "b"))
def outer():
    v = 1
    class L:
        nonlocal v
        v = 2
        def m(self): return v
    return L, v
L, v = outer()
print(L.__qualname__, v, L().m(), L.m.__qualname__)
def decorate(cls):
    cls.added = True
    return cls
@decorate
class D: pass
print(D.added)
class E:
    def __init__(self): self.v = 1
    def __enter__(self): return self
    def __exit__(self, *a): print("exit", a[0]); return True
with E() as e:
    print(e.v)
    raise ValueError
class F(*[A, D], **{"metaclass": type}): pass
print(F.__mro__)
print([c for c in (A, D) if issubclass(F, c)])
