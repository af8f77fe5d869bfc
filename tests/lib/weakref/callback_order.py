# Callbacks run from the newest reference to the oldest.
import gc
import weakref
class A:
    pass
refs = []
def make():
    a = A()
    for i in range(3):
        refs.append(weakref.ref(a, lambda _, i=i: print(i)))
make()
[[] for _ in range(100)]
gc.collect()
