# args: --time virtual
import asyncio


async def work():
    await asyncio.sleep(0.02)
    print("work is done")
    return 42


async def main():
    inner = asyncio.create_task(work())
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    print(outer.cancel(), outer.cancelled(), inner.cancelled())
    try:
        await outer
    except asyncio.CancelledError:
        print("outer is cancelled, inner goes on:", not inner.done())
    print(await inner)
    print(await asyncio.shield(inner), asyncio.shield(inner) is inner)
    print(await asyncio.shield(work()))

    async def fails():
        raise KeyError("k")

    try:
        await asyncio.shield(fails())
    except KeyError as e:
        print(repr(e))
    inner = asyncio.create_task(work())
    outer = asyncio.shield(inner)
    inner.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("both", outer.cancelled(), inner.cancelled())


asyncio.run(main())
