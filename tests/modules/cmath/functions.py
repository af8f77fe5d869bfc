import cmath
import math


def show(z):
    def part(x):
        return "0" if abs(x) < 1e-15 else f"{x:.12g}"

    return f"{part(z.real)} {part(z.imag)}" if isinstance(z, complex) else part(z)


for z in (1 + 2j, -0.5 + 0.25j, 2, 1j, -3.0, 0.1 - 5j):
    for f in (cmath.sqrt, cmath.exp, cmath.log, cmath.log10, cmath.sin, cmath.cos, cmath.tan):
        print(f.__name__, show(f(z)))
    for f in (cmath.sinh, cmath.cosh, cmath.tanh, cmath.asin, cmath.acos, cmath.asinh, cmath.acosh):
        print(f.__name__, show(f(z)))
for z in (1 + 2j, 2, -0.5):
    print(show(cmath.atan(z)), show(cmath.atanh(z)))
print(show(cmath.log(8, 2)), show(cmath.log(1j, 3)), show(cmath.log(-1)))
