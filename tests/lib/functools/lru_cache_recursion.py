from functools import cache, lru_cache


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(150), fib.cache_info())


@lru_cache(3)
def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


print(count(200), count.cache_info())
