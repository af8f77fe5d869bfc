# expect: hand, because CPython has no such decorators
@micropython.native
def numbers(n):
    for i in range(n):
        got = yield i
        if got:
            print("got", got)


@micropython.native
async def task(x):
    return x + await other()


@micropython.native
async def other():
    return 2


g = numbers(3)
print(next(g), g.send("a"), list(g))
try:
    task(1).send(None)
except StopIteration as e:
    print(e.value)
