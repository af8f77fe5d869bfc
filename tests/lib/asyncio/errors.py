# args: --time virtual
# Where exceptions go that nobody awaits.
import asyncio


async def fails(e):
    raise e


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    seen = []

    def handler(loop, context):
        seen.append(context)
        print(sorted(set(context) & {"message", "exception", "future"}), repr(context["exception"]))

    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    t = asyncio.create_task(fails(ValueError("lost")))
    await asyncio.sleep(0)
    del t
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(seen[0]["message"])
    # Somebody waits: nothing is reported.
    try:
        await asyncio.create_task(fails(ValueError("found")))
    except ValueError as e:
        print(repr(e))
    await asyncio.gather(fails(KeyError(1)), fails(KeyError(2)), return_exceptions=True)
    await asyncio.sleep(0)
    # A callback that fails; the loop goes on.
    loop.call_soon(lambda: 1 // 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(seen[-1]["message"][:21], len(seen))
    loop.call_exception_handler({"message": "own", "exception": None})
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)


asyncio.run(main())
