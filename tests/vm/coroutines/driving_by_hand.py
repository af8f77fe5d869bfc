class Await:
    def __init__(self, v): self.v = v
    def __await__(self):
        r = yield self.v
        print("resumed with", r)
        return r * 2
async def inner(x):
    return await Await(x) + 1
async def outer():
    a = await inner(1)
    try:
        b = await inner(2)
    except ValueError as e:
        b = repr(e)
    return a, b
c = outer()
print(type(c).__name__, c.send(None), c.send(10), c.throw(ValueError("thrown")) if 0 else "")
try:
    c.throw(ValueError("t"))
except StopIteration as e:
    print(e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c = outer()
try:
    c.send(1)
except TypeError as e:
    print(e)
c.close()
try:
    iter(c)
except TypeError as e:
    print(e)
async def bad(): await 5
try:
    bad().send(None)
except TypeError as e:
    print(e)
class NotIter:
    def __await__(self): return 5
async def bad2(): await NotIter()
try:
    bad2().send(None)
except TypeError as e:
    print(e)
async def twice():
    c = inner(1)
    d = c
    c.close()
    await d
try:
    twice().send(None)
except RuntimeError as e:
    print(e)
async def stop(): raise StopIteration(1)
try:
    stop().send(None)
except RuntimeError as e:
    print(e)
c = outer()
print(c.__name__, c.__qualname__, c.cr_running, hasattr(c, "__await__"), hasattr(c, "__iter__"))
c.close()
