import gc


class Guard:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)

    def __exit__(self, *args):
        print("exit", self.name, args[0] and args[0].__name__)


def guarded(name):
    with Guard(name):
        yield 1
        yield 2


def tried():
    try:
        yield 1
    except GeneratorExit:
        print("told")
        raise
    finally:
        print("finally")


def inner():
    yield from tried()


async def waits():
    try:
        await Forever()
    finally:
        print("coroutine ends")


class Forever:
    def __await__(self):
        yield


def leave(g):
    next(g)


def ignores():
    try:
        yield 1
    except GeneratorExit:
        print("last words")


leave(guarded("a"))
gc.collect()
leave(tried())
gc.collect()
leave(inner())
gc.collect()
leave(ignores())
gc.collect()
c = waits()
c.send(None)
del c
gc.collect()
guarded("never begun")
for _ in guarded("run to its end"):
    pass
gc.collect()
g = guarded("closed")
next(g)
g.close()
del g
gc.collect()
print("done")
