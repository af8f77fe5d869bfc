# A proxy does what its target does.
import gc
import weakref
class Vector:
    def __init__(self, *items):
        self.items = items
    def __len__(self):
        return len(self.items)
    def __add__(self, other):
        return Vector(*self.items, *other.items)
    def __eq__(self, other):
        return self.items == other.items
    def __getitem__(self, i):
        return self.items[i]
    def __call__(self, x):
        return x, self.items
def use():
    v = Vector(1, 2)
    p = weakref.proxy(v)
    print(p.items, len(p), p[1], list(p), (p + p).items, p == v, p(3), bool(p))
    p.name = "n"
    print(v.name, isinstance(p, Vector), type(p).__name__)
    del p.name
    print(hasattr(v, "name"))
    return p
p = use()
[[] for _ in range(100)]
gc.collect()
try:
    p.items
except ReferenceError as e:
    print(e)
