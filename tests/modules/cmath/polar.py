import cmath

print(cmath.phase(-1), cmath.phase(1j), cmath.phase(0), cmath.phase(complex(-1, -0.0)))
print(cmath.polar(1 + 1j), cmath.polar(-3), cmath.polar(0j), cmath.rect(1, 0), cmath.rect(2, cmath.pi / 2).imag)
print(cmath.rect(float("inf"), 0), cmath.rect(float("inf"), 1), cmath.rect(0, 5))
