def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


import math

inf, nan = math.inf, math.nan
for f in (math.sqrt, math.exp, math.log, math.atan, math.tanh, math.sinh, math.acosh, math.gamma, math.erf, math.cbrt):
    attempt(f, inf)
    attempt(f, nan)
attempt(math.exp, -inf)
attempt(math.expm1, -inf)
attempt(math.pow, 1, nan)
attempt(math.pow, nan, 0)
attempt(math.pow, -inf, 3)
attempt(math.pow, 0.5, inf)
attempt(math.fmod, 1, inf)
attempt(math.remainder, 1, inf)
attempt(math.atan2, inf, -inf)
attempt(math.hypot, nan, inf)
