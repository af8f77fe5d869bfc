class A:
    x = 1

    def __init__(self):
        self.y = 2


a = A()
print(getattr(a, "x"), getattr(a, "z", 5), hasattr(a, "y"), hasattr(a, "z"))
setattr(a, "z", 3)
print(a.z, vars(a))
delattr(a, "z")
print(hasattr(a, "z"), [n for n in dir(a) if not n.startswith("_")])
for call in (lambda: getattr(a, "q"), lambda: getattr(a, 1), lambda: delattr(a, "q"), lambda: vars(1)):
    try:
        call()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
print(callable(len), callable(A), callable(a), isinstance(a, (int, A)), issubclass(A, object))


def f():
    local = 1
    return dir(), vars()


print(f())
print(id(a) == id(a), hash("a") == hash("a"), hash(1) == hash(1.0))
try:
    hash([])
except TypeError as e:
    print(e)
