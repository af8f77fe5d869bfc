# Statements in functions that need more registers than operands can name.
deep = "7"
for i in range(9):
    deep = "[" + "1, " * 31 + deep + "]"
text = """
class M:
    def __init__(self, log): self.log = log
    def __enter__(self): self.log.append("in"); return self
    def __exit__(self, *e): self.log.append(e[0] and e[0].__name__); return e[0] is KeyError
def f(n, *rest, key=1, **more):
    big = DEEP
    log = []
    for i in range(n):
        for j, k in enumerate("ab"):
            if i == 1: continue
            log.append((i, j, k, key))
    else:
        log.append("else")
    while n:
        n -= 1
        if n == 1: break
    try:
        1 / 0
    except ZeroDivisionError as e:
        log.append(str(e))
    finally:
        log.append("finally")
    with M(log) as m, M(log):
        log.append(m is not None)
        {}["x"]
    match [n, rest, more]:
        case [1, (a, *b), {"z": c, **d}]: log.append((a, b, c, d))
        case _: log.append("no match")
    log.append([x * y for x in range(3) for y in range(2) if x])
    log.append({x: lambda: x + n for x in (1,)}[1]())
    log.append(sorted({q for q in rest}))
    def inner():
        nonlocal n
        n += 1
        return n, key
    log.append(inner())
    a, (b, *c) = 1, (2, 3, 4)
    a, b = b, a
    log.append((a, b, c, a < b < 3, a if b else c, a and b, not a, -a))
    x = [3, 1, 2]
    x[0] += 1
    x[1:2] = [9, 9]
    del x[0]
    log.append((x, x[1:], f"{a!r:>3}{b}", "%d" % a))
    log.append(max(*x, key=lambda v: -v))
    global G
    G = 5
    assert a, "no"
    import sys as s
    from sys import version as v
    log.append(s is not None and len(v) > 0)
    try:
        try:
            raise ValueError(1)
        except* ValueError as group:
            raise KeyError(2) from None
    except KeyError as e:
        log.append(repr(e))
    class K(M):
        attr = n
        def m(self): return super().__enter__() is self, __class__
    log.append((K(log).m()[0], K.attr))
    (w := 3)
    return log, w, len(big)
def g(n):
    big = DEEP
    x = yield n
    y = yield from (i for i in range(2))
    try:
        z = yield (x, y)
    except ValueError as e:
        yield str(e)
    return big[0]
async def h(n):
    big = DEEP
    async def one(): return n
    class A:
        async def __aenter__(self): return 4
        async def __aexit__(self, *e): return True
    async def agen():
        for i in range(3): yield i
    async with A() as a:
        total = await one() + a
        async for i in agen(): total += i
        total += sum([i async for i in agen()])
        raise KeyError
    return total
"""
text = text.replace("DEEP", deep)
space = {}
exec(text, space)
for item in space["f"](3, 5, 6, z=1, key=2)[0]: print(item)
print(space["f"](0)[1:])
gen = space["g"](1)
print(next(gen), gen.send("x"), next(gen), next(gen), gen.throw(ValueError("thrown")))
try:
    next(gen)
except StopIteration as e:
    print(e.value)
try:
    space["h"](10).send(None)
except StopIteration as e:
    print(e.value)
