def step(a):
    try:
        a.send(None)
        print("suspended")
    except StopIteration as e:
        return e.value
async def g():
    try:
        x = yield 1
        print("got", x)
        yield 2
    except ValueError as e:
        print("caught", e)
        yield 3
    finally:
        print("finally")
a = g()
print(type(a).__name__, a.__name__, step(a.__anext__()), step(a.asend("s")), step(a.athrow(ValueError("v"))))
try:
    step(a.__anext__())
except StopAsyncIteration as e:
    print("stop", e.args)
a = g()
step(a.__anext__())
print(step(a.aclose()), step(a.aclose()))
a = g()
try:
    step(a.asend(5))
except TypeError as e:
    print(e)
async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2
a = ignores()
step(a.__anext__())
try:
    step(a.aclose())
except RuntimeError as e:
    print(e)
async def stops():
    yield 1
    raise StopAsyncIteration("x")
a = stops()
step(a.__anext__())
try:
    step(a.__anext__())
except RuntimeError as e:
    print(e, repr(e.__cause__))
print(a.__aiter__() is a, hasattr(a, "__await__"))
a = g()
try:
    step(a.athrow(KeyError("before start")))
except KeyError as e:
    print(repr(e))
try:
    step(a.__anext__())
except StopAsyncIteration:
    print("finished")
