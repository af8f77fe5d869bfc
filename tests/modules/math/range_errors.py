def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


import math

for f in (math.exp, math.expm1, math.cosh, math.sinh, math.gamma):
    attempt(f, 1000)
attempt(math.exp2, 2000)
attempt(math.pow, 10, 400)
attempt(math.ldexp, 1, 2000)
attempt(math.ldexp, 1, 10**20)
attempt(math.lgamma, 1e308)
attempt(math.sqrt, 10**400)
print(math.exp(-1000), math.ldexp(1, -(10**20)), math.ldexp(0, 10**20), math.ldexp(math.inf, 5))
