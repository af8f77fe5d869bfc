from functools import cache


@cache
def f(n):
    return f(n + 1)


try:
    f(0)
except RecursionError:
    print("RecursionError")
print(f.cache_info().hits)
