def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


import math

print([math.isqrt(n) for n in range(20)], math.isqrt(10**40), math.isqrt(10**40 - 1), math.isqrt(2**64 - 1))
print(all(math.isqrt(n * n) == n and math.isqrt(n * n - 1) == n - 1 for n in (10**9, 2**47, 3**60, 7**100)))
attempt(math.isqrt, -1)
