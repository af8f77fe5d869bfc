inf, nan = float("inf"), float("nan")
for z in (0j, 1j, 1 + 2j, 1 - 2j, -0.0 + 2j, complex(-0.0, -0.0), complex(0, -0.0), 1e20 + 1e-7j, 1.5j):
    print(z, repr(z), str(-z))
print(complex(inf, nan), complex(-inf, -inf), complex(nan, 1), complex(0, inf), [1 + 0j])
