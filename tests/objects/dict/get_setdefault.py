d = {1: "a"}
print(d.get(1), d.get(2), d.get(2, "x"), d.get(None, 0))
print(d.setdefault(1, "z"), d.setdefault(2), d.setdefault(3, []), d)
d.setdefault(3, None).append(5)
print(d)
