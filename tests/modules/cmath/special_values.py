def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


import cmath

print(cmath.exp(complex("-inf+infj")), cmath.exp(complex("inf+nanj")), cmath.sqrt(complex("inf")), cmath.sqrt(complex("-inf")))
print(cmath.infj, cmath.nanj, cmath.inf, cmath.pi, cmath.e, cmath.tau)
print(cmath.isnan(complex("nanj")), cmath.isnan(1), cmath.isinf(complex("infj")), cmath.isinf(1), cmath.isfinite(1j), cmath.isfinite(complex("inf")))
