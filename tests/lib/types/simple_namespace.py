from types import SimpleNamespace

n = SimpleNamespace(a=1, b="x")
n.c = [n]
print(n, n.a, n == SimpleNamespace(a=1, b="x", c=n.c), SimpleNamespace(a=1) != SimpleNamespace(a=2), SimpleNamespace())
del n.c
print(vars(n), n == 3)
try:
    n.zzz
except AttributeError:
    print("AttributeError")
try:
    SimpleNamespace(1)
except TypeError:
    print("TypeError")
