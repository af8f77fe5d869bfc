class D:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name); self.name = name
    def __get__(self, o, t=None): return (self.name, o is None)
class Base:
    def __init_subclass__(cls): print("init_subclass", cls.__name__, list(k for k in cls.__dict__ if k[0] != "_"))
class A(Base):
    x = D()
    y = D()
print(A.x, A().y)
class Bad:
    def __set_name__(self, o, n): raise ValueError("bad")
try:
    class B: z = Bad()
except ValueError as e:
    print(e, e.__notes__)
class Instance: pass
i = Instance()
i.__set_name__ = lambda *a: print("never")
class C: q = i
