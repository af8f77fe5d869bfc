# args: --time virtual
import asyncio


async def work(ms, name="work", refuse=False):
    try:
        await asyncio.sleep(ms / 1000)
        return name
    except asyncio.CancelledError:
        print(name, "is cancelled")
        if refuse:
            return "refused"
        raise


async def main():
    print(await asyncio.wait_for(work(1), 5))
    print(await asyncio.wait_for(work(1), None))
    print(await asyncio.wait_for(work(1), timeout=5))
    try:
        await asyncio.wait_for(work(1000), 0.02)
    except asyncio.TimeoutError as e:
        print("timeout", repr(e), type(e.__cause__).__name__)
    print(asyncio.TimeoutError is TimeoutError, asyncio.current_task().cancelling())

    t = asyncio.create_task(work(1000, "task"))
    try:
        await asyncio.wait_for(t, 0.02)
    except TimeoutError:
        print("timeout", t.cancelled())

    t = asyncio.create_task(work(1000, "shielded"))
    try:
        await asyncio.wait_for(asyncio.shield(t), 0.02)
    except TimeoutError:
        print("timeout", t.done())
    t.cancel()
    await asyncio.wait([t])

    # No time at all.
    for timeout in 0, -1:
        try:
            await asyncio.wait_for(work(1), timeout)
        except TimeoutError:
            print("no time")
    t = asyncio.create_task(work(0, "ready"))
    await t
    print(await asyncio.wait_for(t, 0))

    # Cancelled from outside while it waits.
    async def waits():
        await asyncio.wait_for(work(1000, "inner"), 10)

    t = asyncio.create_task(waits())
    await asyncio.sleep(0.005)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", t.cancelled())

    # What it waits for fails, or refuses.
    async def fails():
        raise ValueError("own")

    try:
        await asyncio.wait_for(fails(), 1)
    except ValueError as e:
        print(repr(e))
    try:
        print(await asyncio.wait_for(work(1000, "refusing", True), 0.02))
    except TimeoutError:
        print("timeout of the refusing")


asyncio.run(main())
