def f(x, acc=[]):
    acc.append(x)
    return acc

print(f(1), f(2), f(3, []), f(4))
i = 5
def g(a=i, *, b=i + 1): return a, b
i = 6
print(g(), g.__defaults__, g.__kwdefaults__)
g.__defaults__ = (9,)
g.__kwdefaults__ = {"b": 10}
print(g())
g.__defaults__ = None
try:
    g()
except TypeError as e:
    print(e)
