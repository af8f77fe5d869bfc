d = {}
for i in range(2000):
    d[i] = i
for i in range(0, 2000, 2):
    del d[i]
for i in range(5000, 5100):
    d[str(i)] = i
print(len(d), sum(v for v in d.values()), list(d)[:4], list(d)[-2:])
print(all(d[i] == i for i in range(1, 2000, 2)), any(i in d for i in range(0, 2000, 2)))
for k in list(d):
    del d[k]
print(d, len(d))
d["again"] = 1
print(d)
