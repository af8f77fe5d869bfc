# Each access runs in a loop, so that what was cached must be dropped when things change.
class A:
    x = "class"
    def f(self): return "f"
class B(A): pass
b = B()
def look(steps):
    for name, step in steps:
        step()
        try:
            f, cx = b.f(), B.x
            print(name, b.x, f if type(f) is str else type(f), cx if type(cx) is str else type(cx))
        except AttributeError as e:
            print(name, e)
look([
    ("start", lambda: None),
    ("again", lambda: None),
    ("class store", lambda: setattr(A, "x", "new class")),
    ("instance store", lambda: setattr(b, "x", "instance")),
    ("method in instance", lambda: setattr(b, "f", lambda: "own f")),
    ("method in class", lambda: setattr(A, "f", lambda self: "new f")),
    ("instance method gone", lambda: delattr(b, "f")),
    ("property", lambda: setattr(A, "x", property(lambda self: "property"))),
    ("subclass", lambda: setattr(B, "x", "B.x")),
    ("data descriptor below", lambda: setattr(B, "x", property(lambda self: "B property"))),
    ("gone", lambda: delattr(B, "x")),
    ("plain", lambda: setattr(A, "x", 5)),
    ("static", lambda: setattr(A, "f", staticmethod(lambda: "static f"))),
    ("classmethod", lambda: setattr(A, "f", classmethod(lambda cls: cls.__name__))),
    ("callable object", lambda: setattr(A, "f", A)),
    ("deleted", lambda: delattr(A, "f")),
])
class C:
    def __init__(self, n):
        if n % 2:
            self.a = n
            self.b = n
        else:
            self.b = n
            self.a = n
        if n % 3 == 0:
            self.c = n
objects = [C(i) for i in range(12)]
print([o.a + o.b for o in objects], [getattr(o, "c", None) for o in objects])
for o in objects:
    o.a = o.b * 2
    o.d = 1
print([o.a for o in objects], [sorted(o.__dict__) for o in objects[:4]])
for o in objects:
    o.a += 1
    del o.b
print([o.a for o in objects], [hasattr(o, "b") for o in objects[:2]])
class D:
    def __len__(self): return 1
d = D()
for i in range(4):
    print(len(d), bool(d), end=" ")
    if i == 1:
        D.__len__ = lambda self: 0
    if i == 2:
        D.__bool__ = lambda self: True
print()
class Base1:
    def who(self): return 1
class Base2:
    def who(self): return 2
class E(Base1): pass
e = E()
for i in range(3):
    print(e.who(), end=" ")
    e.__class__ = (E, type("F", (Base2,), {}), E)[i]
print()
for cls in (int, str, C, E):
    for i in range(2):
        print(cls.__name__, end=" ")
print()
