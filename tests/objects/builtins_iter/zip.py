print(list(zip()), list(zip("abc")), list(zip("abc", [1, 2])), list(zip(*[(1, 2), (3, 4)])))
print(list(zip("ab", range(2), strict=True)), dict(zip("ab", (1, 2))))
z = zip(range(3), "abc")
print(next(z), list(z), list(z))
