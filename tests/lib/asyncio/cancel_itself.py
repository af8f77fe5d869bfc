# args: --time virtual
import asyncio


async def at_next_await():
    asyncio.current_task().cancel("me")
    print("still running")
    try:
        await asyncio.sleep(0)
        print("not reached")
    except asyncio.CancelledError as e:
        print("cancelled at the await", e)
        raise


async def at_future():
    asyncio.current_task().cancel()
    f = asyncio.Future()
    try:
        await f
    finally:
        print("future cancelled:", f.cancelled())


async def returns():
    asyncio.current_task().cancel()
    return 5


async def main():
    for f in at_next_await, at_future, returns:
        t = asyncio.create_task(f())
        try:
            print(await t)
        except asyncio.CancelledError as e:
            print(f.__name__, repr(e), t.cancelled())
        try:
            t.result()
        except asyncio.CancelledError as e:
            print("result", type(e).__name__)
        try:
            t.exception()
        except asyncio.CancelledError as e:
            print("exception", type(e).__name__)


asyncio.run(main())
