values = [0.0, 1.5, -2.25, 1e10, 3, -7]
for a in values:
    for b in values:
        print(a + b, a - b, a * b)
print(1.5 + True, 2**60 + 0.5, 10**20 * 1.5, 7 / 2.0, -7.5 / 2, 1e308 * 10, -(1.5), +(-2.5), abs(-3.5))
