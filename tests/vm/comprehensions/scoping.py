def f():
    x = 1
    a = [x for x in range(3)]
    b = [y for y in [x]]
    try:
        y
    except NameError as e:
        print(e)
    return x, a, b
print(f())
class C:
    items = [1, 2]
    doubled = [i * 2 for i in items]
    try:
        bad = [j for i in items for j in items]
    except NameError as e:
        print(e)
    g = list(i for i in items)
    fn = [lambda: i for i in items]
print(C.doubled, C.g, [f() for f in C.fn], hasattr(C, "i"))
def outer():
    fs = []
    for n in range(2):
        fs += [lambda m=m: (n, m) for m in range(2)]
    return [f() for f in fs]
print(outer())
def cell():
    r = [(lambda: v, [w for w in [v]]) for v in range(2)]
    return [(a(), b) for a, b in r]
print(cell())
def shadow(x):
    return [x for x in [x, x + 1]], x
print(shadow(5))
def param_captured(x):
    g = lambda: x
    return [x for x in range(3)], g()
print(param_captured(7))
print([i for i in range(3) if (lambda k: k > 0)(i)])
def unb():
    [k for k in range(2)]
    try:
        print(k)
    except NameError as e:
        print(type(e).__name__, e)
unb()
def rec(n):
    return [rec(i) for i in range(n)]
print(rec(3))
def exc():
    x = "kept"
    try:
        [1 // x for x in (1, 0)]
    except ZeroDivisionError:
        return x
print(exc())
