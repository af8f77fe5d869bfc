# args: --time virtual
# The order in which tasks run.
import asyncio


async def step(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return name


async def nested():
    print("nested before")
    r = await step("direct", 2)  # awaited, not a task: no switch of its own
    print("nested after", r)


class Bare:
    def __await__(self):
        x = yield
        print("bare yield gave", x)
        return "bare"


async def main():
    tasks = [asyncio.create_task(step(n, 3)) for n in "abc"]
    print("created, not started")
    await nested()
    for t in reversed(tasks):
        print(await t)
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon 1")
    h = loop.call_soon(print, "soon cancelled")
    loop.call_soon(print, "soon", 2)
    h.cancel()
    print("handle", h.cancelled())
    await asyncio.sleep(0)
    print(await Bare())
    t = asyncio.create_task(step("d", 1))
    t.add_done_callback(lambda t: print("callback 1", t.result()))
    t.add_done_callback(print_second := lambda t: print("callback 2"))
    t.add_done_callback(lambda t: print("callback 3"))
    print("removed", t.remove_done_callback(print_second), t.remove_done_callback(print_second))
    await t
    print("awaited")
    t.add_done_callback(lambda t: print("late callback"))
    print("before")
    await asyncio.sleep(0)
    print("after")


asyncio.run(main())
