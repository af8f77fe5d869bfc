def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw

print(f(1, d=4))
print(f(1, 2, 3, 4, 5, d=6))
print(f(1, 20, c=30, d=40, e=50, x=1, y=2))
print(f(1, d=4, a=7, b=8))
print(f(*[1, 2], *(3, 4), **{"d": 1}, **{"z": 9}))

def only(*, k):
    return k

def posonly(a, b=1, /):
    return a, b

print(only(k=3), posonly(1), posonly(1, 2))
print((lambda *a, **k: (a, k))(1, 2, z=3))
print((lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3))
