# Each item of a set comes once.
found = []
for item in {3, 1, 2}:
    found.append(item)
print(sorted(found))
found = []
for item in frozenset("abc"):
    found.append(item)
print(sorted(found))
