# args: --time virtual
import asyncio


def raises(f, *args):
    try:
        print(f(*args))
    except BaseException as e:
        print(type(e).__name__, e)


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f.done(), f.cancelled(), f.get_loop() is loop, asyncio.isfuture(f), asyncio.isfuture(1))
    raises(f.result)
    raises(f.exception)
    f.add_done_callback(lambda f: print("callback", f.result()))
    loop.call_soon(f.set_result, "value")
    print(await f, f.done(), f.exception(), f.result())
    print(await f)
    raises(f.set_result, 1)
    raises(f.set_exception, ValueError())
    print(f.cancel())
    f = asyncio.Future()
    f.set_exception(ValueError)
    print(repr(f.exception()))
    raises(f.result)
    try:
        await f
    except ValueError as e:
        print("await", repr(e))
    f = asyncio.Future()
    raises(f.set_exception, StopIteration())
    print(f.cancel("why"), f.cancelled(), f.cancel())
    raises(f.result)
    f = asyncio.Future()

    async def waits(name):
        try:
            print(name, await f)
        except Exception as e:
            print(name, repr(e))

    tasks = [asyncio.create_task(waits(n)) for n in "xyz"]
    await asyncio.sleep(0)
    f.set_exception(OSError(5))
    await asyncio.gather(*tasks)
    t = asyncio.create_task(waits("w"))
    raises(t.set_result, 1)
    raises(t.set_exception, ValueError())
    await t

    async def itself():
        await asyncio.current_task()

    try:
        await asyncio.create_task(itself())
    except RuntimeError as e:
        print(str(e)[:27])


asyncio.run(main())
