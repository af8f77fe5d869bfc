def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e:
        return e.value
class Y:
    def __await__(self): yield
async def g(n):
    for i in range(n):
        await Y()
        try:
            yield i
        finally:
            print("fin", i)
async def f():
    async for x in g(3):
        print(x)
    a = g(2)
    print(await anext(a), await anext(a), await anext(a, "default"))
    try:
        await anext(a)
    except StopAsyncIteration:
        print("stopped")
    a = aiter(g(1))
    print([x async for x in a])
    class It:
        def __init__(self): self.n = 0
        def __aiter__(self): return self
        async def __anext__(self):
            self.n += 1
            if self.n > 2: raise StopAsyncIteration
            return self.n
    async for x in It(): print("it", x)
    try:
        async for x in It():
            raise ValueError("body")
    except ValueError as e:
        print(e)
    try:
        async for a, b in It(): pass
    except TypeError as e:
        print(e)
run(f())
