def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


import math

print(math.prod([1, 2, 3]), math.prod([]), math.prod([1.5, 2], start=2), math.prod(range(1, 25)), math.prod([[1], 2]))
attempt(math.prod, [1, None])
