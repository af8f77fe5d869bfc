d = {1: [1]}
e = d.copy()
e[1].append(2)
e[2] = 3
print(d, e)
d.clear()
print(d, e)
d[1] = 2
print(d)
