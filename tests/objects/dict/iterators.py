d = {"a": 1, "b": 2}
for it in (iter(d), iter(d.keys()), iter(d.values()), iter(d.items())):
    print(type(it).__name__, it.__length_hint__(), next(it), it.__length_hint__(), list(it), list(it))
for it in (reversed(d), reversed(d.keys()), reversed(d.values()), reversed(d.items())):
    print(type(it).__name__, it.__length_hint__(), list(it))
del d["a"]
d["c"] = 3
print(list(reversed(d)))
