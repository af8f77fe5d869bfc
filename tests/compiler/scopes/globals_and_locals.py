def f(a, b=2, *c, d=4, **e):
    g = 5
    before = sorted(locals())
    h = 6
    return before, sorted(locals().items(), key=lambda p: p[0])
print(f(1))
def outer():
    captured = 1
    unused = 2
    def inner():
        own = captured
        return sorted(locals())
    return inner(), sorted(k for k in locals() if k != "inner")
print(outer())
print(globals() is locals(), globals()["__name__"])
class C:
    a = 1
    print(sorted(k for k in locals() if k[0] != "_"))
globals()["made"] = 5
print(made)
def g():
    x = 1
    l = locals()
    l["x"] = 2
    return x
print(g())
def h():
    if False: never = 1
    return locals()
print(h())
def rebound():
    q = 1
    del q
    return locals()
print(rebound())
print(vars() is globals())
