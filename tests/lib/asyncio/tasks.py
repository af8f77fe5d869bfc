# args: --time virtual
import asyncio


async def nothing():
    return asyncio.current_task().get_name()


async def main():
    print(asyncio.current_task().get_name())
    a = asyncio.create_task(nothing())
    b = asyncio.create_task(nothing(), name="bee")
    c = asyncio.get_running_loop().create_task(nothing(), name=5)
    print(a.get_name(), b.get_name(), c.get_name())
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    b.set_name(7)
    print(await a, await b, await c)
    print(len(asyncio.all_tasks()), asyncio.current_task() in asyncio.all_tasks())
    coro = nothing()
    t = asyncio.ensure_future(coro)
    print(t.get_coro() is coro, asyncio.ensure_future(t) is t, isinstance(t, asyncio.Future))
    print(asyncio.iscoroutine(coro), asyncio.iscoroutine(nothing), asyncio.iscoroutine(t))
    await t

    class Awaitable:
        def __await__(self):
            yield from asyncio.sleep(0).__await__()
            return "awaitable"

    print(await asyncio.ensure_future(Awaitable()), await Awaitable())
    for bad in 5, nothing:
        for f in asyncio.create_task, asyncio.ensure_future:
            try:
                f(bad)
            except TypeError:
                print("TypeError")
    asyncio.get_running_loop().call_soon(lambda: print("in a callback:", asyncio.current_task()))
    await asyncio.sleep(0)


asyncio.run(main())
for f in asyncio.current_task, asyncio.all_tasks, asyncio.get_running_loop:
    try:
        f()
    except RuntimeError as e:
        print(e)
