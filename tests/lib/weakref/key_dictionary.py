# Entries go with their keys.
import gc
import weakref
class A:
    pass
d = weakref.WeakKeyDictionary()
kept = A()
d[kept] = "kept"
def fill():
    for i in range(5):
        d[A()] = i
fill()
[[] for _ in range(100)]
gc.collect()
print("kept" in list(d.values()), len(d) < 4, kept in d, d[kept], A() in d, 5 in d)
del d[kept]
print(kept in d)
try:
    d[1] = 2
except TypeError as e:
    print("TypeError")
