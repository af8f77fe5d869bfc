class A:
    def __len__(self): return 3
    def __call__(self, *a, **k): return a, k
    def __contains__(self, x): return x == 1
    def __iter__(self): return iter([1, 2])
    def __getitem__(self, k): return k
    def __bool__(self): return False
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __format__(self, s): return "fmt" + s
    def __hash__(self): return 42
    def __eq__(self, o): return True
    def __neg__(self): return "neg"
    def __index__(self): return 1
a = A()
a.__len__ = lambda: 100
a.__str__ = lambda: "instance"
print(len(a), a(1, x=2), 1 in a, 2 in a, list(a), a[5], bool(a), str(a), repr(a), f"{a:x}", hash(a), a == 3, a != 3, -a, [10, 20][a])
class B:
    def __eq__(self, o): return NotImplemented
print(B() == B(), B() != 5)
try:
    hash(B())
except TypeError as e:
    print(e)
class C:
    def __str__(self): return 5
for f in (lambda: str(C()), lambda: repr(type("D", (), {"__repr__": lambda s: None})()), lambda: len(type("L", (), {"__len__": lambda s: "x"})()), lambda: iter(type("I", (), {"__iter__": lambda s: 1})())):
    try:
        f()
    except TypeError as e:
        print(e)
class N:
    def __init__(self): return 1
try:
    N()
except TypeError as e:
    print(e)
class New:
    def __new__(cls, *a): print("new", a); return object.__new__(cls) if a else 5
    def __init__(self, *a): print("init", a)
print(type(New(1)).__name__, New())
class NoIter: __iter__ = None
try:
    iter(NoIter())
except TypeError as e:
    print(e)
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Old()), 20 in Old())
