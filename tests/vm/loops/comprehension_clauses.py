# Each clause of a comprehension is such a loop.
print([x * y for x in range(3) for y in (1, 2) if x])
print({c: i for i, c in enumerate("ab")})
print({n for n in range(5, 0, -2)} == {5, 3, 1})
print(list(a + b for a in "ab" for b in "xy"))
