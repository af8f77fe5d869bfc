from functools import lru_cache


@lru_cache(typed=True)
def f(x, k=None):
    return type(x).__name__, type(k).__name__


print(f(1), f(1.0), f(True), f(1, k=1), f(1, k=1.0))
print(f.cache_info())


@lru_cache
def g(x):
    return type(x).__name__


print(g(2), g("2"), g((2,)), g((2.0,)))
print(g.cache_info())
