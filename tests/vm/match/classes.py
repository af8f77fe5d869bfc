class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y, z=0): self.x, self.y, self.z = x, y, z
class Q(P): pass
class N: pass
def f(v):
    match v:
        case P(0, 0): return "origin"
        case P(x, 0): return f"x={x}"
        case Q(y=yy, x=1): return f"Q {yy}"
        case P(x, y, z=5): return f"z5 {x} {y}"
        case P(x, y=7): return f"y7 {x}"
        case P(): return "P"
        case int(5): return "five"
        case bool(b): return f"bool {b}"
        case float() | int(): return "number"
        case str(s): return f"str {s}"
        case list([a, b]): return f"list {a} {b}"
        case dict({"k": v}): return f"dict {v}"
        case N(attr=1): return "attr"
        case type(): return "type"
    return None
n = N(); n.attr = 1
for v in (P(0, 0), P(3, 0), Q(1, 2), P(1, 2, 5), P(1, 7), P(1, 8), 5, True, 6, 2.5, "s", [1, 2], {"k": 3}, n, N(), int):
    print(f(v))
def err(g):
    try:
        g()
    except TypeError as e:
        print(e)
def a():
    match P(1, 2):
        case P(1, 2, 3): pass
def b():
    match n:
        case N(1): pass
def c():
    match 5:
        case int(a, b): pass
def d():
    x = 5
    match 5:
        case x(): pass
class BadArgs: __match_args__ = ["x"]
def e():
    match BadArgs():
        case BadArgs(1): pass
class BadName: __match_args__ = (5,)
def g():
    match BadName():
        case BadName(1): pass
def h():
    match P(1, 2):
        case P(1, x=2): pass
for t in (a, b, c, d, e, g, h): err(t)
