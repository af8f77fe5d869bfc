def show(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e, repr(e.__context__))
class NoExit:
    def __enter__(self): pass
class NoEnter:
    def __exit__(self, *a): pass
class BadEnter:
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): print("never")
class BadExit:
    def __enter__(self): return self
    def __exit__(self, *a): raise ValueError("exit")
class BadBool:
    def __enter__(self): return self
    def __exit__(self, *a):
        class B:
            def __bool__(self): raise KeyError("bool")
        return B()
class Instance: pass
i = Instance()
i.__enter__ = i.__exit__ = lambda *a: print("instance")
def w(c, body=None):
    with c:
        if body: raise body
    print("after")
show(lambda: w(NoExit()))
show(lambda: w(NoEnter()))
show(lambda: w(BadEnter()))
show(lambda: w(BadExit()))
show(lambda: w(BadExit(), KeyError("b")))
show(lambda: w(BadBool()))
show(lambda: w(BadBool(), TypeError("t")))
show(lambda: w(i))
show(lambda: w(None))
class Unpack:
    def __enter__(self): return 1
    def __exit__(self, t, v, tb): print("exit", t)
def u():
    with Unpack() as (a, b): pass
show(u)
