def f(x):
    if 0:
        y = 1
    elif x:
        y = 2
    else:
        y = 3
    while 1:
        if y > 2:
            break
        y += 1
    if 1:
        return y
    return "never"


def g():
    if False:
        yield 1


def h():
    if True:
        pass
    elif undefined:
        pass
    return 1 if "x" else undefined


print(f(0), f(1), list(g()), h())
