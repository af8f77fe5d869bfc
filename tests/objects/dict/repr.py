d = {1: "a", "b": [2]}
print(d, {}, {(): {}})
d[3] = d
print(d)
l = [d]
print(l)
