class A:
    __slots__ = ("x", "y")
    def __init__(self): self.x = 1
a = A()
print(a.x, hasattr(a, "__dict__"))
def show(f):
    try:
        print(f())
    except (AttributeError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
show(lambda: a.y)
show(lambda: setattr(a, "z", 1))
a.y = 2
del a.x
show(lambda: a.x)
class B(A):
    __slots__ = ["z"]
b = B(); b.z = 3; b.y = 4
print(b.z, b.y, b.x)
show(lambda: setattr(b, "w", 1))
class C(A): pass
c = C(); c.anything = 5
print(c.anything, c.__dict__, c.x)
def bad():
    class D:
        __slots__ = ("x",)
        x = 1
show(bad)
class E: __slots__ = "single"
e = E(); e.single = 1
print(e.single, E.__slots__)
class F: __slots__ = ("__dict__", "v")
f = F(); f.v = 1; f.w = 2
print(f.__dict__)
def bad2():
    class G(int): __slots__ = ("x",)
    return "fine"
show(bad2)
class P: __slots__ = ("__private",)
p = P(); p._P__private = 5
print(p._P__private)
def multi():
    class X: __slots__ = ("a",)
    class Y: __slots__ = ("b",)
    class Z(X, Y): pass
show(multi)
print(A.x, type(A.x).__name__)
