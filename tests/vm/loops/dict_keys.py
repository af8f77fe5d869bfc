# A loop over a dict gives keys in insertion order, and values may be replaced meanwhile.
d = {"b": 1, "a": 2, 3: 4}
del d["b"]
d["b"] = 5
for key in d:
    d[key] = 0
    print(key)
print(d)
