# expect: hand, because viper is MicroPython's
def refused(source):
    try:
        exec("@micropython.viper\n" + source)
        print("accepted:", source)
    except (ViperTypeError, NotImplementedError, SyntaxError) as e:
        print(type(e).__name__, e)


for source in (
    "def f(a: 1): pass", "def f() -> None: pass", "def f(a: str): pass", "def f() -> float: pass",
    "def f(*a: int): pass", "def f(p: ptr8): print(p)", "def f(p: ptr8): return [p]",
    "def f(p: ptr8): x.p = p", "def f(p: ptr8): return lambda: p", "def f(): yield 1",
    "async def f(): pass", "def f(): await x", "def f(): raise", "def f(): raise A from B",
    "def f(n: int): raise n", "def f(): int(int)", "def f(): x = ptr8", "def f(p: ptr8):\n if p: pass",
    "def f(p: ptr8): p and 1", "def f(n: int): return n", "def f(x) -> int: return x",
    "def f(u: uint) -> int: return u", "def f(p: ptr8) -> ptr: return p",
    "def f(x):\n for i in range(x): pass", "def f(u: uint):\n for i in range(u): pass",
    "def f(p: ptr8):\n def g(): return p[0]\n g()", "def f(*): pass", "def f(x, *a, k=1, **n): pass",
):
    refused(source)
