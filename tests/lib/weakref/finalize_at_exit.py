# Finalizers that have not run run at the end, unless atexit is off.
import weakref
class A:
    pass
a, b = A(), A()
weakref.finalize(a, print, "first made")
weakref.finalize(b, print, "second made")
f = weakref.finalize(a, print, "not at exit")
f.atexit = False
print(f.atexit, f.alive)
