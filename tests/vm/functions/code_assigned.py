def f(a, b=2):
    return a, b


def g(a, b=3, *rest):
    x = a + b
    return "g", x, rest


def closed(n):
    return lambda: n


print(f(1))
f.__code__ = g.__code__
print(f(1), f(1, 5, 6), f.__name__, f.__defaults__, f.__code__ is g.__code__)
one, two = closed(1), closed(2)
one.__code__ = two.__code__
print(one())


def swaps_itself():
    swaps_itself.__code__ = (lambda: "new").__code__
    local = [i for i in range(3)]
    return "old", local


print(swaps_itself(), swaps_itself())


def numbers():
    yield 1
    numbers.__code__ = letters.__code__
    yield 2
    yield 3


def letters():
    yield "a"


it = numbers()
print(next(it), next(it), list(it), list(numbers()))


def fails():
    raise KeyError("x")


try:
    fails()
except KeyError as e:
    fails.__code__ = (lambda: 0).__code__
    print(type(e.__traceback__.tb_next.tb_lineno))
for code in (None, 5, closed(1).__code__):
    try:
        f.__code__ = code
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    del f.__code__
except TypeError as e:
    print(e)
