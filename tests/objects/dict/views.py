d = {1: "a", 2: "b"}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
d[3] = "c"
print(k, v, i, len(k), len(v), len(i))
print(1 in k, "a" in v, (1, "a") in i, (1, "b") in i, 1 in i, (1, 2, 3) in i)
