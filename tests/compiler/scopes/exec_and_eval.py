x = 1
print(eval("x + 1"), eval("x", {"x": 5}), eval("x + y", {"x": 5}, {"y": 6}), eval(" 1 + 1 "))
exec("y = x + 1")
print(y)
ns = {}
exec("def f(): return g()\ndef g(): return 7\nclass C: v = f()", ns)
print(ns["f"](), ns["C"].v, ns["C"].__module__)
g, l = {}, {}
exec("a = 1\nglobal b\nb = 2\ndef f(): return a if 0 else b", g, l)
print(sorted(l), "b" in g, l["f"]())
def f():
    z = 3
    exec("z = 4; q = 5")
    try:
        q
    except NameError as e:
        print(e)
    return z, eval("z + 1")
print(f())
code = compile("a + 1", "<c>", "eval")
print(eval(code, {"a": 9}), type(code).__name__)
code = compile("for i in range(2): print(i)", "file.py", "exec")
exec(code)
exec(compile("5 + 5", "", "single"))
def h():
    class L(dict):
        def __missing__(self, k): return "missing " + k
    return eval("foo", {}, L())
print(h())
for bad in ("1 +", "x = 1", "a b", ""):
    try:
        eval(bad)
    except SyntaxError as e:
        print(type(e).__name__)
try:
    exec("x = ")
except SyntaxError as e:
    print(e.lineno, e.filename)
try:
    compile("1", "f", "wrong")
except ValueError as e:
    print(e)
print([eval("i", {"i": j}) for j in range(3)], list(map(eval, ["1", "2"])))
exec("import math as m\nprint(m.floor(2.5))")
exec("[print(k) for k in range(2)]", {})
print(eval("[a for a in range(n)]", {"n": 3}), eval("(lambda: n)()", {"n": 4}), eval("list(n for _ in 'ab')", {}, {"n": 5}) if 0 else "")
exec("""
def outer():
    v = 1
    def inner(): return v
    return inner
print(outer()())
""")
