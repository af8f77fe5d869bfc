class C:
    def __init__(self, n, swallow=False): self.n, self.s = n, swallow
    def __enter__(self): print("enter", self.n); return self.n
    def __exit__(self, t, v, tb):
        print("exit", self.n, t and t.__name__, v, tb is not None)
        return self.s
with C(1): print("body")
with C(1) as a, C(2) as b: print(a, b)
with (C(1) as a, C(2) as b,): print(a, b)
with (C(3)): print("paren")
with (C(4)) as x: print(x)
with (C(5), C(6)): print("two")
with C((1, 2)) as (p, q): print(p, q)
d = {}
with C(7) as d["k"]: print(d)
with C(8, True): raise ValueError("swallowed")
try:
    with C(9): raise ValueError("passes")
except ValueError as e:
    print("caught", e)
with C(10, True), C(11): raise KeyError("k")
try:
    with C(12), 5: pass
except TypeError as e:
    print(e)
def f():
    with C(13): return "returned"
print(f())
for i in range(2):
    with C(i):
        if i == 0: continue
        break
