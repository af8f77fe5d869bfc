from functools import lru_cache

calls = []


@lru_cache(maxsize=2)
def f(x, y=0):
    "The doc."
    calls.append((x, y))
    return x + y


for args in (1,), (2,), (1,), (3,), (2,), (1, 0):
    f(*args)
f(1, y=0)
f(x=1, y=0)
f(x=1, y=0)
f(y=0, x=1)
print(calls)
print(f.cache_info(), f.cache_info().hits)
print(f.__name__, f.__doc__, f.__wrapped__(5, 6))
f.cache_clear()
print(f.cache_info())
print(f.cache_parameters())
