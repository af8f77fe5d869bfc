# What raises is not kept; unhashable arguments are a TypeError.
from functools import cache

n = 0


@cache
def f(x):
    global n
    n += 1
    if n == 1:
        raise ValueError("first")
    return n


for _ in range(3):
    try:
        print(f(1))
    except ValueError as e:
        print(e)
try:
    f([])
except TypeError as e:
    print(e)
print(f.cache_info())
