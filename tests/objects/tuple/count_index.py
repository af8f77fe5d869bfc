t = (1, 2, 1.0, "a", True)
print(t.count(1), t.count("b"), t.index("a"), t.index(1, 1), t.index(1, -1))
