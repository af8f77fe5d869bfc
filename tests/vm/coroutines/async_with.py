def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e:
        return e.value
class Y:
    def __await__(self): yield
class C:
    def __init__(self, n, s=False): self.n, self.s = n, s
    async def __aenter__(self): await Y(); print("enter", self.n); return self.n
    async def __aexit__(self, t, v, tb): await Y(); print("exit", self.n, v); return self.s
async def f():
    async with C(1) as a, C(2): print("body", a)
    async with C(3, True): raise ValueError("swallowed")
    async with (C(4) as x, C(5) as y): print(x, y)
    for i in range(2):
        async with C(i):
            if i: break
            continue
    try:
        async with C(6): raise KeyError("k")
    except KeyError as e: print("out", e)
    async with C(7): return "ret"
print(run(f()))
async def g():
    async with 5: pass
try:
    run(g())
except TypeError as e:
    print(e)
class Half:
    async def __aenter__(self): pass
async def h():
    async with Half(): pass
try:
    run(h())
except TypeError as e:
    print(e)
class NotAw:
    def __aenter__(self): return 1
    def __aexit__(self, *a): return 1
async def k():
    async with NotAw(): pass
try:
    run(k())
except TypeError as e:
    print(e)
async def m():
    async for x in 5: pass
try:
    run(m())
except TypeError as e:
    print(e)
async def n():
    with C(1): pass
try:
    run(n())
except TypeError as e:
    print(e)
