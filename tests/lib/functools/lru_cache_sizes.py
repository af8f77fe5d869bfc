from functools import cache, lru_cache

for size in (None, 0, 1, 128, -5):
    @lru_cache(size)
    def f(x):
        return x * 2
    print([f(i) for i in (1, 2, 1, 2, 2)], f.cache_info(), f.cache_parameters())


@lru_cache
def g(x):
    return x


@cache
def h(x):
    return x


print(g(1), g.cache_info(), g.cache_parameters())
print(h(1), h(1), h.cache_info(), h.cache_parameters())
for bad in ("a", 1.5):
    try:
        lru_cache(bad)
    except TypeError as e:
        print(e)
