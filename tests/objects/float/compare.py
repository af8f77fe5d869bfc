inf, nan = float("inf"), float("nan")
values = [-inf, -1.5, -0.0, 0.0, 1, 1.5, 2**60, 1e30, inf, nan]
for a in values:
    print([a < b for b in values], [a == b for b in values], [a >= b for b in values])
print(0.0 == -0.0, nan == nan, nan != nan, 1.0 == True, 0.1 + 0.2 == 0.3, 1.5 == "1.5", 1e400 == inf)
