a = [[2, 1], [1, 5], [1], [], [1, 4, 9]]
a.sort()
print(a)
b = [(1, "b"), (1, "a"), (0, "z")]
print(sorted(b), sorted(b, key=lambda t: t[1]))
