import math

for x in (8, 0.1, -2.5, 0.0, -0.0, 5e-324, 1e308, math.inf, -math.inf):
    print(math.frexp(x), math.modf(x), math.ulp(x))
print(math.ldexp(0.5, 4), math.ldexp(1.5, -1074), math.ldexp(-1, 3), math.frexp(math.nan)[1], math.modf(math.nan))
print(math.isnan(math.nan), math.isnan(1), math.isinf(-math.inf), math.isinf(1), math.isfinite(1e308), math.isfinite(math.inf))
print(math.remainder(5, 3), math.remainder(-5, 3), math.remainder(2.5, 1), math.remainder(3.5, 1))
