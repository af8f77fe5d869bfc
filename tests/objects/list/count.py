a = [1, 1.0, True, "1", None, [1]]
print(a.count(1), a.count("1"), a.count([1]), a.count(None), a.count(2))
