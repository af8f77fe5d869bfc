# args: --board esp32s3 --time virtual
# gather(): nothing, the same awaitable twice, errors kept, cancelled from inside and outside.
import asyncio


async def after(delay, value):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("cancelled", value)
        raise
    if isinstance(value, Exception):
        raise value
    return value


async def main():
    print(await asyncio.gather())
    c = after(0.1, "same")
    print(await asyncio.gather(c, after(0, "other"), c))
    print(await asyncio.gather(after(0.1, ValueError("x")), after(0.2, 2), return_exceptions=True))
    t = asyncio.create_task(after(0.2, "goes on"))
    try:
        await asyncio.gather(after(0.1, KeyError("first")), t)
    except KeyError as e:
        print(repr(e), t.done())
    print(await t)
    a, b = (asyncio.create_task(after(0.2, n)) for n in "ab")
    g = asyncio.gather(a, b)
    await asyncio.sleep(0.1)
    a.cancel()
    try:
        await g
    except asyncio.CancelledError as e:
        print(repr(e), a.cancelled(), b.done())
    print(await b)
    g = asyncio.gather(after(1, "c"), after(1, "d"), return_exceptions=True)
    await asyncio.sleep(0)
    print(g.cancel(), g.done())
    try:
        await g
    except asyncio.CancelledError:
        print("gather cancelled", g.cancelled())
    print(await asyncio.gather(asyncio.shield(after(0.1, "shielded")), asyncio.sleep(0.2, "slept")))


asyncio.run(main())
