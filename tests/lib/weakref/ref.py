# A reference gives its target, or None when that is gone; the callback gets the reference.
import gc
import weakref
class A:
    pass
def make():
    a = A()
    r = weakref.ref(a)
    s = weakref.ref(a, lambda ref: print("gone", ref is s, ref()))
    print(r() is a, r == s, hash(r) == hash(a), r.__callback__, s.__callback__ is not None)
    return r, s
r, s = make()
for _ in range(5): [[] for _ in range(100)]
gc.collect()
print(r(), s(), r == s, r == r)
