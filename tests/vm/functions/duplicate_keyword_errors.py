def g(x=0, **k): return x

def show(f):
    try:
        print(f())
    except TypeError as e:
        print(e)

show(lambda: g(**{"x": 1}, x=2))
show(lambda: g(x=2, **{"x": 1}))
show(lambda: g(**{"x": 1}, **{"x": 2}))
show(lambda: g(1, x=2))
show(lambda: g(1, **{"x": 2}))
show(lambda: g(**{1: 2}))
show(lambda: g(**5))
show(lambda: g(*5))
show(lambda: g(**[("a", 1)]))
show(lambda: dict(**{"x": 1}, x=2))
class A:
    def m(self, **k): pass
show(lambda: A().m(**{"x": 1}, x=2))
show(lambda: A.m(1, **{"x": 1}, x=2))
show(lambda: print(*None))
