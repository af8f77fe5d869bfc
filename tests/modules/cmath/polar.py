import cmath

print(cmath.phase(-1), cmath.phase(1j), cmath.phase(0), cmath.phase(complex(-1, -0.0)))
print(cmath.polar(1 + 1j), cmath.polar(-3), cmath.polar(0j), cmath.rect(1, 0), cmath.rect(2, cmath.pi / 2).imag)
print(cmath.rect(float("inf"), 0), cmath.rect(float("inf"), 1), cmath.rect(0, 5))
for r in (0.0, -0.0, float("inf"), float("-inf"), float("nan")):
    print([cmath.rect(r, phi) for phi in (0.0, -0.0, 2.5, float("nan"))])
