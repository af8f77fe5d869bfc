def f(a):
    return a


f.__defaults__ = (1, 2, 3)
print(f(), f(4))
try:
    f(1, 2)
except TypeError:
    print("TypeError")


def g(a, b):
    return a, b


g.__defaults__ = (1, 2, 3)
print(g(), g(9))
