class A:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "the x"
        return self._x
    @x.setter
    def x(self, v): self._x = v * 10
    @x.deleter
    def x(self): self._x = None
    @property
    def ro(self): return "ro"
    wo = property(None, lambda self, v: print("wo", v))
a = A()
print(a.x)
a.x = 5
print(a.x)
del a.x
print(a.x, A.x.__doc__, A.ro.__doc__)
a.wo = 3
def set_ro(): a.ro = 1
def del_ro(): del a.ro
for f in (set_ro, del_ro, lambda: a.wo):
    try:
        f()
    except AttributeError as e:
        print(e)
print(A.x.fget(a), isinstance(A.x, property), A.ro.fset)
class B(A):
    @A.x.getter
    def x(self): return "B.x"
b = B()
print(b.x)
b.x = 2
print(b._x)
class P(property):
    pass
class C:
    @P
    def y(self): return 7
print(C().y, type(C.__dict__["y"]).__name__)
