def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


import math

print(math.nextafter(1, 2), math.nextafter(1, 0), math.nextafter(1, 1), math.nextafter(0, -1), math.nextafter(0, 1))
print(math.nextafter(math.inf, 0), math.nextafter(5e-324, 0), math.nextafter(-5e-324, 1), math.nextafter(1.7976931348623157e308, math.inf))
print(math.nextafter(1, 2, steps=3), math.nextafter(1, 2, steps=0), math.nextafter(1, 2, steps=10**30), math.nextafter(-1, 1, steps=5))
print(math.nextafter(math.nan, 1), math.nextafter(1, math.nan), math.nextafter(-0.0, 0.0))
attempt(math.nextafter, 1, 2, steps=-1)
attempt(math.nextafter, 1, 2, steps=1.5)
