a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
a, b = b, a
print(a, b)
print((*[1, 2], *(3,)))
