import asyncio
from contextvars import ContextVar, copy_context

v = ContextVar("v", default=0)


async def work(n):
    seen = v.get()
    v.set(n)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return seen, v.get()


async def main():
    v.set("main")
    print(await asyncio.gather(*[work(i) for i in range(3)]), v.get())
    ctx = copy_context()
    ctx.run(v.set, "own")
    t = asyncio.create_task(work("t"), context=ctx)
    print(await t, ctx[v], v.get())
    async with asyncio.TaskGroup() as group:
        t = group.create_task(work(9))
    print(t.result())
    print(await work("direct"), v.get())
    done = asyncio.Event()
    asyncio.get_running_loop().call_soon(lambda: (print("callback", v.get()), v.set("cb"), done.set()))
    await done.wait()
    print(v.get())


asyncio.run(main())
print(v.get())
