def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


import math

print(math.sumprod([1, 2], [3, 4]), math.sumprod([], []), math.sumprod([1.5, 2], [3, 4]), math.sumprod([0.1] * 10, [1] * 10))
print(math.sumprod([10**20], [10**20]), math.sumprod([True, 2.5], [3, 4]), math.sumprod([math.inf], [1.0]), math.sumprod([1e200], [1e200]))
print(math.sumprod([1e16, 1.0, -1e16], [1.0, 1.0, 1.0]), math.sumprod((x for x in [1, 2]), iter([3, 4])))
attempt(math.sumprod, [1], [2, 3])
attempt(math.sumprod, [1, 2], [3])
attempt(math.sumprod, [None], [1])
