# args: --time virtual
import asyncio


async def give(x, ms=0):
    await asyncio.sleep(ms / 1000)
    return x


async def fail(e, ms=0):
    await asyncio.sleep(ms / 1000)
    raise e


async def main():
    print(await asyncio.gather())
    print(await asyncio.gather(give(1, 20), give(2, 1), give(3)))
    t = asyncio.create_task(give("same"))
    c = give("coroutine")
    print(await asyncio.gather(t, c, t, c))
    print(await asyncio.gather(give(1), fail(ValueError("x")), return_exceptions=True))

    # The first exception goes on; the others run on.
    slow = asyncio.create_task(give("slow", 30))
    try:
        await asyncio.gather(slow, fail(KeyError("first"), 5), fail(ValueError("second"), 10))
    except KeyError as e:
        print(repr(e), slow.done())
    print(await slow)

    # Cancelling it cancels all.
    a = asyncio.create_task(give(1, 1000))
    b = asyncio.create_task(give(2, 1000))
    g = asyncio.gather(a, b)
    await asyncio.sleep(0)
    print(g.cancel(), g.done(), g.cancelled())
    try:
        await g
    except asyncio.CancelledError:
        print("cancelled", a.cancelled(), b.cancelled(), g.done())

    # Through the task that waits for it; exceptions are not collected then.
    a = asyncio.create_task(give(1, 1000))

    async def waits():
        return await asyncio.gather(a, give(2), return_exceptions=True)

    w = asyncio.create_task(waits())
    await asyncio.sleep(0.005)
    w.cancel()
    try:
        print(await w)
    except asyncio.CancelledError:
        print("waiter cancelled", w.cancelled(), a.cancelled())

    # A child that is cancelled.
    a = asyncio.create_task(give(1, 1000))
    asyncio.get_running_loop().call_later(0.005, a.cancel)
    try:
        await asyncio.gather(a, give(2))
    except asyncio.CancelledError as e:
        print("child cancelled", repr(e))
    a = asyncio.create_task(give(1, 1000))
    asyncio.get_running_loop().call_later(0.005, a.cancel)
    results = await asyncio.gather(a, give(2), return_exceptions=True)
    print([type(r).__name__ for r in results])


asyncio.run(main())
