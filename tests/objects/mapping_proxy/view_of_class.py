class A:
    x = 1


d = A.__dict__
A.y = 2
print(type(d).__name__, d["y"], "x" in d, "z" in d, d.get("z"), d.get("z", 5))
for call in (lambda: d.__setitem__("x", 1), lambda: d.update(x=1), lambda: d.pop("x")):
    try:
        call()
    except AttributeError:
        print("read-only")
try:
    d["x"] = 3
except TypeError as e:
    print(e)
try:
    del d["x"]
except TypeError:
    print("no deletion")
print(sorted(k for k in d if not k.startswith("_")), len(dict(d)) == len(d))
print("append" in list.__dict__, "__len__" in vars(list), vars(A)["x"])
