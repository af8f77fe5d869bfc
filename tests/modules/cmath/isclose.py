def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


import cmath

print(cmath.isclose(1, 1 + 1e-10j), cmath.isclose(1j, 2j, abs_tol=2), cmath.isclose(1, 2), cmath.isclose(cmath.infj, cmath.infj))
attempt(cmath.isclose, 1, 1, rel_tol=-1)
