f = frozenset([1])
for name in ("add", "remove", "clear", "update", "pop", "discard"):
    print(name, hasattr(f, name), end=" ")
print()
print(sorted(f.union([2])), type(f.union([2])).__name__, f.copy() is f)
