def f():
    x = 1
    del x
    try:
        x
    except UnboundLocalError as e:
        print(e)
    x = 2
    return x
print(f())
x = 5
del x
try:
    x
except NameError as e:
    print(e)
d = {"a": 1, "b": 2}
l = [1, 2, 3, 4, 5]
class O: pass
o = O()
o.p = 1
del d["a"], l[0], o.p, l[1:3]
print(d, l, hasattr(o, "p"))
a, b, c = 1, 2, 3
del (a, [b, c])
print("a" in globals(), "b" in globals())
