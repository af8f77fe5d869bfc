def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


import math

print(math.fsum([0.1] * 10), math.fsum([]), math.fsum([1e16, 1, -1e16]), math.fsum([1e100, 1, -1e100]), math.fsum(range(10)))
print(math.fsum([5e-324] * 3), math.fsum([1e308, -1e308, 1]), math.fsum([-1.5, -2.5]), math.fsum([2**53, 1, 1e-30]))
print(math.fsum([math.inf, 1]), math.fsum([-math.inf]), math.fsum([math.nan, 1]), math.fsum(x / 7 for x in range(100)))
attempt(math.fsum, [math.inf, -math.inf])
attempt(math.fsum, [1e308, 1e308])
