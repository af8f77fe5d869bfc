class A:
    def m(self): pass
    def n(self, a, b): pass
    @classmethod
    def c(cls, x): pass
    @staticmethod
    def s(): pass
    def __init__(self, v=1): pass

def show(f):
    try:
        f()
    except TypeError as e:
        print(e)

a = A()
show(lambda: a.m(1))
show(lambda: a.n(1))
show(lambda: a.n())
show(lambda: A.m())
show(lambda: a.c())
show(lambda: A.s(1))
show(lambda: A(1, 2))
show(lambda: A(w=2))
show(lambda: (lambda x: x)())
def outer():
    def inner(q): pass
    return inner
show(outer())
show(lambda: 3())
show(lambda: None())
show(lambda: "abc"(1))
show(lambda: a())
