for a in (7.5, -7.5, 7.0, -7.0, 0.0, -0.0, 1e17, 0.1, 5e-324):
    for b in (2.0, -2.0, 0.1, 3, -1e300):
        print(a // b, a % b, divmod(a, b))
inf = float("inf")
print(5.0 // inf, -5.0 // inf, 5.0 % inf, -5.0 % inf, inf // 2, inf % 2, 1 // 0.1, 1 % 0.1)
