r = range(10**20, 10**20 + 10, 3)
print(r, len(r), list(r), r[1], r[-1], 10**20 + 3 in r, r.index(10**20 + 6))
r = range(0, 10**30, 10**29)
print(len(r), list(r)[-1], r[::-3])
print(range(10**30).stop, bool(range(10**30)), range(10**30)[10**29], range(10**30)[-1])
it = iter(range(2**62, 2**62 + 3))
print(it.__length_hint__(), next(it), list(it))
for x in range(-2**47 - 1, -2**47 + 2):
    print(x, end=" ")
for x in range(2**47 - 2, 2**47 + 2):
    print(x, end=" ")
print()
