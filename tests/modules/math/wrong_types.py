def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


import math

attempt(math.sqrt, "a")
attempt(math.sin, None)
attempt(math.floor, "a")
attempt(math.trunc, "a")
attempt(math.ldexp, 1.0, 1.5)
attempt(math.factorial, 2.0)
attempt(math.factorial, "a")
attempt(math.comb, 1.0, 2)
attempt(math.isqrt, 2.0)
attempt(math.gcd, 1.0)
attempt(math.lcm, "a")
attempt(math.prod, 5)
attempt(math.fsum, ["a"])
attempt(math.log, 2.5, None)
attempt(math.sqrt, 1j)
