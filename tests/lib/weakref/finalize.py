# finalize calls once: when the object dies, or when it is called.
import gc
import weakref
class A:
    pass
def use():
    a = A()
    f = weakref.finalize(a, print, "died", 1, sep="-")
    print(f.alive, f.peek()[1:] == (print, ("died", 1), {"sep": "-"}), f.peek()[0] is a)
    g = weakref.finalize(a, lambda: "result")
    print(g(), g(), g.alive, g.peek())
    h = weakref.finalize(a, print, "never")
    print(len(h.detach()), h.detach(), h.alive)
    return f
f = use()
[[] for _ in range(100)]
gc.collect()
print(f.alive, f.peek(), f())
