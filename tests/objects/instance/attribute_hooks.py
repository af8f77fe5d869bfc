class A:
    def __init__(self): self.x = 1
    def __getattr__(self, name):
        if name == "bad":
            raise AttributeError("no " + name)
        return "got " + name
a = A()
print(a.x, a.y, getattr(a, "bad", "default"), hasattr(a, "bad"))
try:
    a.bad
except AttributeError as e:
    print(e)
class B:
    @property
    def p(self):
        raise AttributeError("inner")
    def __getattr__(self, name):
        return "fallback " + name
print(B().p)
class C:
    def __getattribute__(self, name):
        if name == "z":
            raise AttributeError(name)
        return name
    def __getattr__(self, name):
        return "second " + name
print(C().y, C().z)
class D:
    def __setattr__(self, name, value):
        self.__dict__[name] = value + 1
    def __delattr__(self, name):
        print("deleting", name)
d = D()
d.a = 1
print(d.a)
del d.a
print(d.a)
A.__getattr__ = lambda self, n: "new " + n
print(a.q)
del A.__getattr__
print(hasattr(a, "q"))
