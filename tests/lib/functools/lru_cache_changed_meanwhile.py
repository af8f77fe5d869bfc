# The function clears the cache, or fills it, while it is being asked.
from functools import lru_cache


@lru_cache(4)
def f(n):
    if n == 1:
        f.cache_clear()
    if n > 5:
        for i in range(6, 2, -1):
            f(i - 1)
    return n


print([f(i) for i in (1, 6, 5, 1, 7, 6)])
print(f.cache_info().currsize)


class Key:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return 1

    def __eq__(self, other):
        f.cache_clear()
        return self.v == other.v


print([f.__wrapped__(1)])


@lru_cache(2)
def g(k):
    return k.v


print([g(Key(i)) for i in (1, 2, 1, 3, 2)])
