def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e:
        return e.value
class Y:
    def __await__(self): yield
async def f(x):
    await Y()
    return x
async def g():
    l = [await f(i) for i in range(3)]
    s = {await f(i): await f(i + 1) for i in range(2)}
    t = (await f(1), await f(2))
    u = await f(3) if await f(True) else None
    v = f"{await f(4)}"
    w = await f(1) + await f(2) * await f(3)
    x = max(*[await f(1), 5], key=await f(None))
    y = [z async for z in agen(3) if await f(z)]
    return l, s, t, u, v, w, x, y
async def agen(n):
    for i in range(n):
        await Y()
        yield i
print(run(g()))
async def h():
    async for i in agen(3):
        if i == 1: continue
        print(i)
    else:
        print("else")
    async for i in agen(3):
        break
    else:
        print("no")
    return [i async for i in agen(2)], {i async for i in agen(1)}, {i: i async for i in agen(2)}
print(run(h()))
async def k():
    g = (i * 2 async for i in agen(3))
    print(type(g).__name__)
    return [x async for x in g]
print(run(k()))
async def m():
    return [[j async for j in agen(i)] for i in range(3)], [x for y in [1, 2] async for x in agen(y)]
print(run(m()))
