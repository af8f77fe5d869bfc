d = {}
d["a"] = 1
d[2] = "b"
d[None] = d[True] = 3
print(d, len(d), d["a"], 2 in d, 3 in d)
d["a"] = 10
print(d)
del d[2]
print(d, list(d))
