def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


import math

print(math.hypot(), math.hypot(3, 4), math.hypot(-5), math.hypot(1, 2, 3), math.hypot(1e300, 1e300), math.hypot(5e-324, 5e-324))
print(math.hypot(1e308, 1.7e308), math.hypot(0, 0), math.hypot(math.inf, math.nan), math.hypot(math.nan, 1), math.hypot(1e-200, 1e-200))
print(math.dist([1, 2], [4, 6]), math.dist((), ()), math.dist([1.5], [-1]), math.dist((1, 1, 1), (2, 2, 2)))
attempt(math.dist, [1], [1, 2])
attempt(math.dist, [1], ["a"])
attempt(math.hypot, "a")
