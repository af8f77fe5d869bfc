d = {}
for i in range(3000):
    d[i] = i
    if i >= 10:
        del d[i - 10]
print(list(d))
for i in range(1000):
    d.popitem()
    d["k"] = i
print(list(d.items())[-2:], len(d))
