# expect: hand, because viper is MicroPython's
# The names of viper's types may stand in annotations of other functions.
def f(p: ptr8, n: uint = 1) -> ptr:
    return n


print(f.__annotations__, f(None))


@micropython.viper
def g(n: int, p: ptr8) -> uint:
    return uint(n)


print(g.__annotations__, g(3, b""))
try:
    def h(x: unknown): pass
except NameError as e:
    print(e)
