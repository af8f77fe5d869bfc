# expect: hand: MicroPython lets __await__ and __iter__ await; elsewhere it is an error as in CPython
async def double(x):
    return 2 * x


class Awaitable:
    def __init__(self, x):
        self.x = x

    def __await__(self):
        first = await double(self.x)
        return await double(first)

    __iter__ = __await__


class Iterable:
    def __iter__(self):
        return (await double(4)) + 1


async def main():
    print(await Awaitable(5), await Iterable())


try:
    main().send(None)
except StopIteration:
    pass
for source in ("def f():\n  await x", "def __await__():\n  def g(): await x", "def __iter__():\n  async with x: pass",
               "def __await__():\n  lambda: await x"):
    try:
        compile(source, "s", "exec")
    except SyntaxError as e:
        print(e)
