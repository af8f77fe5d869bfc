def twice(f):
    def g(*a, **k): return f(*a, **k) * 2
    return g
def times(n):
    def d(f):
        return lambda *a: f(*a) * n
    return d

@twice
@times(3)
def f(x): return x + 1
print(f(1))
table = {"t": [twice]}
@table["t"][0]
def g(x): return x
print(g(4))
@(lambda f: f.__name__)
def h(): pass
print(h)
@type.__call__.__class__ if False else twice
def k(): return 1
print(k())
@lambda c: (c.__name__, c)
class C: pass
print(C[0])
