print([round(n, -1) for n in (5, 15, 25, 35, -5, -15, 14, 16, 0)])
print([round(n, -2) for n in (50, 150, 250, 149, 151, -50, -250, 10**25 + 50)])
print(round(5), round(5, 3), round(5, None), round(12345, -10), round(10**30 + 5, -29), round(5, 10**20))
print(round(True), round(True, -1))
