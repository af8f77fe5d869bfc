# Members go when nobody else refers to them.
import gc
import weakref
class A:
    pass
a, b = A(), A()
s = weakref.WeakSet([a, b])
def fill():
    for _ in range(5):
        s.add(A())
fill()
[[] for _ in range(100)]
gc.collect()
print(len(s) < 5, a in s, A() in s, b in set(s))
s = weakref.WeakSet([a, b])
s.discard(a)
print(len(s), a in s, len(s | {a}), s <= {b}, s == weakref.WeakSet([b]))
try:
    s.remove(a)
except KeyError:
    print("KeyError")
