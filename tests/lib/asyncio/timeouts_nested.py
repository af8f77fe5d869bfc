# args: --board esp32s3 --time virtual
# Timeouts inside timeouts, moved, over, and around code that swallows the cancellation.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.1) as outer:
            async with asyncio.timeout(0.2) as inner:
                await asyncio.sleep(1)
    except TimeoutError:
        print(outer.expired(), inner.expired())
    try:
        async with asyncio.timeout(0.2) as outer:
            try:
                async with asyncio.timeout(0.1) as inner:
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner", outer.expired(), inner.expired())
            await asyncio.sleep(1)
    except TimeoutError:
        print("outer", outer.expired())
    async with asyncio.timeout(None) as t:
        print(t.when())
        t.reschedule(loop.time() + 0.5)
        await asyncio.sleep(0.1)
        t.reschedule(None)
        await asyncio.sleep(1)
    print(t.expired())
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError as e:
        print(type(e.__cause__).__name__)
    async with asyncio.timeout(0.1) as t:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("swallowed", asyncio.current_task().cancelling())
    print(t.expired(), asyncio.current_task().cancelling())
    for wrong in (t.__aenter__,):
        try:
            await wrong()
        except RuntimeError as e:
            print(e)
    try:
        t.reschedule(1)
    except RuntimeError as e:
        print(e)
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0)
    except TimeoutError:
        print("wait_for 0")
    print(await asyncio.wait_for(asyncio.sleep(0.1, "in time"), 0.5), await asyncio.wait_for(asyncio.sleep(0, 1), None))


asyncio.run(main())
