def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


import math

inf, nan = math.inf, math.nan
for f in (math.sqrt, math.log, math.log2, math.log10, math.log1p, math.acosh, math.gamma, math.lgamma):
    attempt(f, -1)
for f in (math.log, math.log2, math.log10, math.gamma, math.lgamma):
    attempt(f, 0)
for f in (math.sin, math.cos, math.tan):
    attempt(f, inf)
for f in (math.acos, math.asin, math.atanh):
    attempt(f, 2)
attempt(math.atanh, 1)
attempt(math.gamma, -inf)
attempt(math.pow, 0, -1)
attempt(math.pow, -8, 1 / 3)
attempt(math.fmod, 1, 0)
attempt(math.fmod, inf, 1)
attempt(math.remainder, 1, 0)
attempt(math.log, -(10**400))
attempt(math.log, 8, 1)
attempt(math.log, 8, 0)
