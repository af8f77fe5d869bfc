def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


import cmath

attempt(cmath.log, 0)
attempt(cmath.log10, 0)
attempt(cmath.log, 1, 0)
attempt(cmath.log, 8, 1)
attempt(cmath.exp, 1000)
attempt(cmath.cosh, 1000)
attempt(cmath.sinh, 1000 + 1j)
attempt(cmath.atan, 1j)
attempt(cmath.atanh, 1)
attempt(cmath.sin, complex("inf"))
attempt(cmath.rect, float("inf"), float("inf"))
attempt(cmath.polar, complex(1e308, 1.7e308))
attempt(cmath.sqrt, "a")
attempt(cmath.phase, None)
attempt(cmath.log, 10**400)
