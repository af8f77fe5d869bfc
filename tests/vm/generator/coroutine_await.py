# coroutine.__await__() gives an iterator that runs the coroutine.
class Switch:
    def __await__(self):
        got = yield "switch"
        return got


async def work(x):
    print("got", await Switch())
    return x * 2


class Delegates:
    def __init__(self, x):
        self.x = x

    def __await__(self):
        return work(self.x).__await__()


class YieldsFrom(Delegates):
    def __await__(self):
        r = yield from work(self.x).__await__()
        return r + 1


async def main():
    print(await Delegates(4))
    print(await YieldsFrom(5))


c = main()
try:
    print(c.send(None))
    print(c.send(None))
    print(c.send("sent"))
    c.send(None)
except StopIteration as e:
    print("end", e.value)
w = work(1).__await__()
print(type(w).__name__, iter(w) is w, next(w))
try:
    w.throw(ValueError("thrown"))
except ValueError as e:
    print(repr(e))
w = work(3).__await__()
print(w.send(None))
try:
    w.send("v")
except StopIteration as e:
    print(e.value)
w = work(3).__await__()
next(w)
w.close()
print("closed")
