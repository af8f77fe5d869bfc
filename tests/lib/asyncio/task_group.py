# args: --time virtual
import asyncio


async def give(x, ms=0):
    await asyncio.sleep(ms / 1000)
    return x


async def fail(e, ms=0):
    await asyncio.sleep(ms / 1000)
    raise e


async def patient(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "is cancelled")
        raise


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(give(1, 10))
        b = tg.create_task(give(2), name="bee")
        print(a.done(), b.get_name())
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(patient("p"))
            tg.create_task(fail(ValueError("v"), 5))
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("the body is cancelled")
                raise
    except* ValueError as eg:
        print(repr(eg))
    print("not cancelled itself:", asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(ValueError("1"), 5))
            tg.create_task(fail(KeyError("2"), 5))
            tg.create_task(patient("q"))
    except ExceptionGroup as eg:
        print(eg.message, [repr(e) for e in eg.exceptions])
    # The body fails.
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(patient("r"))
            await asyncio.sleep(0)
            raise OSError(1)
    except ExceptionGroup as eg:
        print([type(e).__name__ for e in eg.exceptions])
    # A task that is cancelled is not an error.
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(patient("s"))
        await asyncio.sleep(0)
        t.cancel()
    print("group goes on")
    # The whole is cancelled.
    async def whole():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(patient("t"))
            await asyncio.sleep(10)

    t = asyncio.create_task(whole())
    await asyncio.sleep(0.005)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("whole", t.cancelled())
    # Tasks make tasks.
    async with asyncio.TaskGroup() as tg:

        async def grow(n):
            print("grow", n)
            if n:
                tg.create_task(grow(n - 1))

        tg.create_task(grow(2))
    # Nested groups.
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(patient("u"))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail(ValueError("deep"), 1))
    except ExceptionGroup as eg:
        print(repr(eg))
    for when in "before", "after":
        tg = asyncio.TaskGroup()
        if when == "after":
            async with tg:
                pass
        c = give(1)
        try:
            tg.create_task(c)
        except RuntimeError as e:
            print(str(e)[-20:])
        c.close()
    try:
        async with tg:
            pass
    except RuntimeError as e:
        print(str(e)[-24:])
    # SystemExit is not grouped.
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(patient("v"))
            await asyncio.sleep(0)
            raise KeyboardInterrupt
    except BaseException as e:
        print(repr(e))


asyncio.run(main())
