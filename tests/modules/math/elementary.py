import math

for x in (0.0, 0.5, 1.0, -0.7, 0.1):
    print(f"{math.sin(x):.14g} {math.cos(x):.14g} {math.tan(x):.14g} {math.asin(x):.14g} {math.acos(x):.14g}")
    print(f"{math.atan(x):.14g} {math.sinh(x):.14g} {math.cosh(x):.14g} {math.tanh(x):.14g} {math.exp(x):.14g}")
    print(f"{math.asinh(x):.14g} {math.expm1(x):.14g} {math.exp2(x):.14g} {math.erf(x):.14g} {math.erfc(x):.14g}")
    print(f"{math.cbrt(x):.14g} {math.degrees(x):.14g} {math.radians(x):.14g} {math.log1p(x):.14g}")
print(f"{math.acosh(2):.14g} {math.atanh(0.5):.14g} {math.gamma(0.5):.14g} {math.lgamma(10):.14g} {math.gamma(5):.14g}")
print(math.sqrt(2), math.sqrt(0), math.sqrt(10**20), math.sqrt(True), math.fabs(-3), math.atan2(0, -1), math.atan2(-0.0, -1))
print(math.copysign(1, -0.0), math.copysign(-3.5, 1), math.fmod(-7, 3), math.fmod(7.5, -2), math.pow(2, 0.5))
