# expect: hand, because viper is MicroPython's
def ptr8(x):
    return [x]


@micropython.viper
def f(x):
    a = ptr8(x)
    return a[0]


print(f(4))


@micropython.viper
def g(n: int):
    range = list
    return range("ab"), n


print(g(1))
