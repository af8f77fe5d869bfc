def a():
    x = 1
    def b():
        def c():
            nonlocal x
            x += 1
            def d():
                nonlocal x
                x *= 10
            d()
        c()
        return x
    return b() , x
print(a())
def f():
    x = 0
    class C:
        nonlocal x
        x = 5
        y = x
    return x, C.y, hasattr(C, "x")
print(f())
def g():
    global newglobal
    newglobal = 3
    def h():
        global newglobal
        newglobal += 1
    h()
g()
print(newglobal)
