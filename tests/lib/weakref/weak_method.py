# A reference to a bound method dies with the object.
import gc
import weakref
class A:
    def m(self):
        return "called"
def use():
    a = A()
    try:
        weakref.ref(a.m)()
    except TypeError:
        pass
    r = weakref.WeakMethod(a.m, lambda _: print("gone"))
    print(r()(), r() == a.m, r == weakref.WeakMethod(a.m))
    return r
r = use()
[[] for _ in range(100)]
gc.collect()
print(r())
try:
    weakref.WeakMethod(len)
except TypeError as e:
    print("TypeError")
