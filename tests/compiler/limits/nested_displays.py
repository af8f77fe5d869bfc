deep = "0"
for i in range(60):
    deep = "[" + "1, " * 31 + deep + "]"
x = eval(deep)
n = 0
while x != 0:
    n += len(x)
    x = x[-1]
print(n)
deep = "0"
for i in range(60):
    deep = "{" + "".join("%d: 1, " % k for k in range(14)) + "99: " + deep + "}"
x = eval(deep)
n = 0
while x != 0:
    n += len(x)
    x = x[99]
print(n)
def f(*args): return sum(args)
deep = "1"
for i in range(60):
    deep = "f(" + "1, " * 50 + deep + ")"
print(eval(deep))
space = {"f": f}
exec("def g(a):\n s = 0\n for i in range(3):\n  s += " + deep + " + i\n return s, a\n", space)
print(space["g"](9))
deep = "x"
for i in range(90):
    deep = "(1 + " + deep + ")"
print(eval(deep, {"x": 5}))
print(eval("1 ** " * 90 + "0"))
deep = "0"
for i in range(30):
    deep = "[" + "a, " * 30 + "*[i for i in range(2)], " + deep + "]"
space = {}
exec("def g(a):\n return " + deep, space)
print(len(str(space["g"](1))))
