class A: pass
a = A()
a.x = 1
d = a.__dict__
d["y"] = 2
print(a.y, d)
a.z = 3
print(d, vars(a) is d)
del a.x
print(d)
a.__dict__ = {"w": 9}
print(a.w, hasattr(a, "y"))
try:
    a.__dict__ = 5
except TypeError as e:
    print(e)
for i in range(200):
    setattr(a, "n" + str(i), i)
print(len(a.__dict__), a.n0, a.n199)
for v in (1, "s", [], object()):
    try:
        v.__dict__
        print("has")
    except AttributeError as e:
        print(e)
    try:
        v.attr = 1
    except AttributeError as e:
        print(e)
