# args: --time virtual
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.02) as t:
            print(t.expired())
            await asyncio.sleep(10)
    except TimeoutError as e:
        print("timeout", t.expired(), type(e.__cause__).__name__)
    async with asyncio.timeout(10) as t:
        await asyncio.sleep(0)
    print(t.expired())
    async with asyncio.timeout(None) as t:
        print(t.when())
        t.reschedule(loop.time() + 0.02)
        print(t.when() is not None)
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelled inside, goes on")
    print("the block ended normally", t.expired(), asyncio.current_task().cancelling())

    # Nested: the inner one, the outer one.
    for outer, inner in (10, 0.02), (0.02, 10):
        try:
            async with asyncio.timeout(outer) as o:
                try:
                    async with asyncio.timeout(inner) as i:
                        await asyncio.sleep(20)
                except TimeoutError:
                    print("inner")
        except TimeoutError:
            print("outer")
        print(o.expired(), i.expired())

    # Put off, and moved into the past.
    try:
        async with asyncio.timeout(0.02) as t:
            t.reschedule(loop.time() + 5)
            await asyncio.sleep(0.04)
            print("put off")
            t.reschedule(loop.time() - 1)
            await asyncio.sleep(5)
    except TimeoutError:
        print("past")
    try:
        async with asyncio.timeout_at(loop.time() + 0.01):
            await asyncio.sleep(5)
    except TimeoutError:
        print("at")
    # An exception of the block goes through.
    try:
        async with asyncio.timeout(1):
            raise ValueError("own")
    except ValueError as e:
        print(repr(e))
    # A real cancellation stays one.
    async def sleeper():
        async with asyncio.timeout(5):
            await asyncio.sleep(5)

    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())
    t = asyncio.timeout(1)
    try:
        t.reschedule(2)
    except RuntimeError:
        print("not entered")
    async with t:
        pass
    for use in (lambda: t.reschedule(2), t.__aenter__):
        try:
            r = use()
            if r is not None:
                await r
        except RuntimeError as e:
            print("RuntimeError")


asyncio.run(main())
