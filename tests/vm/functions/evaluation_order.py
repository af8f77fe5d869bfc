def p(x):
    print(x, end=" ")
    return x

def f(*a, **k): return a, k
print(f(p(1), *[p(2)], p(3), a=p(4), **{"b": p(5)}, c=p(6)))
print(p(1) + p(2) * p(3) - p(4))
d = {}
d[p("k")] = p("v")
print(d)
x = [0, 0, 0]
x[p(0)], x[p(1)] = p(10), p(11)
print(x)
print({p(1): p(2), p(3): p(4)})
print(p(1) < p(2) < p(0) < p(5))
def dec(n):
    p(n)
    return lambda f: (p(-n), f)[1]
@dec(1)
@dec(2)
def h(a=p(3), *, b=p(4)) -> p(5): pass
print()
x[p(2)] += p(7)
print(x)
print((p(1), p(2))[p(0)], p(True) if p(False) else p("else"))
def gen(): yield p("g")
print(*[p(3)], *gen())
