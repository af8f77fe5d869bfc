# Functions, sets, classes, generators and instances can.
import weakref
class A:
    pass
class L(list):
    pass
def f():
    yield
g = f()
kept = [{1}, frozenset((5, 6)), A, A(), L(), f, g]
print([weakref.ref(x)() is x for x in kept])
