import functools
import inspect


def f():
    pass


def deco(func):
    @functools.wraps(func)
    def inner():
        pass
    return inner


one = deco(f)
two = deco(one)
print(inspect.unwrap(two) is f, inspect.unwrap(f) is f, inspect.unwrap(two, stop=lambda each: each is one) is one)
f.__wrapped__ = two
try:
    inspect.unwrap(two)
except ValueError as e:
    print(str(e).split("<")[0])


def g():
    yield 1


gen = g()
print(inspect.getgeneratorstate(gen))
next(gen)
print(inspect.getgeneratorstate(gen))
gen.close()
print(inspect.getgeneratorstate(gen), inspect.GEN_CLOSED)


async def c():
    pass


coro = c()
print(inspect.getcoroutinestate(coro))
coro.close()
print(inspect.getcoroutinestate(coro))
