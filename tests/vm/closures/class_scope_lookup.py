x = "global"
def f():
    x = "local"
    class C:
        print(x)
        x = "class"
        print(x)
        def m(self): return x
        l = [x for _ in range(1)]
        g = list(x for _ in range(1))
        y = [i for i in x]
    return C
c = f()
print(c().m(), c.l, c.g, c.y)
class D:
    x = x + "!"
    del x
    z = x
print(D.z)
def g():
    class E:
        try:
            print(late)
        except NameError as e:
            print(e)
    late = 1
g()
def h():
    y = 1
    class F:
        y = y
    return F.y
try:
    print(h())
except NameError as e:
    print(type(e).__name__, e)
