a, b = 1, 2
[c, d] = "xy"
(e, (f, g)), h = (1, [2, 3]), 4
print(a, b, c, d, e, f, g, h)
a, *b = range(4)
print(a, b)
*a, b = "hello"
print(a, b)
a, *b, c = [1, 2]
print(a, b, c)
(a, *b), *c = [[1, 2, 3], 4, 5]
print(a, b, c)
a = b = c = []
print(a is b is c)
a, b = b, a = 1, 2
print(a, b)
i, x = 1, [10, 20, 30]
i, x[i] = 2, 99
print(i, x)
for a, (b, *c) in [(1, (2, 3, 4)), (5, "xyz")]:
    print(a, b, c)
[] = ()
() = []
*a, = {1: 2}
print(a)
a, b, c, d, e, f, g, h, i, j = range(10)
print(a, j)
a, b = {"k": 1, "l": 2}
print(a, b)
class T:
    pass
t = T()
t.x, t.y, d = 1, 2, {}
d["p"], *d["q"] = 1, 2, 3
print(t.x, t.y, d)
