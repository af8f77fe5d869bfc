# Entries go with their values.
import gc
import weakref
class A:
    def __init__(self, n):
        self.n = n
d = weakref.WeakValueDictionary()
kept = A(1)
d["kept"] = kept
def fill():
    for i in range(5):
        d[i] = A(i)
    d["x"] = A(9)
    d["y"] = A(9)
fill()
[[] for _ in range(100)]
gc.collect()
print(len(d) < 5, "kept" in d, 0 in d, d["kept"].n, d.get(0), d.get("z", 5))
try:
    d[0]
except KeyError as e:
    print("KeyError", e)
print(d.setdefault("kept", None) is kept, d.pop("kept") is kept, d.pop("kept", 7))
