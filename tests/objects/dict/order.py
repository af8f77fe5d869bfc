d = {}
for x in "hello world":
    d[x] = d.get(x, 0) + 1
print(d)
del d["l"]
d["l"] = 7
print(list(d))
d["h"] = 8
print(list(d.items()))
