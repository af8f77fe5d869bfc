a = [5, 6, 7, 5, 6]
print(a.index(5), a.index(5, 1), a.index(6, -2), a.index(7, 0, 3))
print(a.index(5.0), a.index(6, -100, 100))
