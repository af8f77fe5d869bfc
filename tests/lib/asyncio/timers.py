# args: --time virtual
# Timers fire in the order of their times, equal ones in the order in which they were set.
import asyncio


async def after(ms, name, out):
    await asyncio.sleep(ms / 1000)
    out.append(name)


async def main():
    out = []
    await asyncio.gather(*[after(ms, (ms, i), out) for i, ms in enumerate((60, 20, 40, 20, 0, 60))])
    print(out)
    loop = asyncio.get_running_loop()
    began = loop.time()
    out = []
    loop.call_later(0.06, out.append, "third")
    loop.call_later(0.02, out.append, "first")
    loop.call_at(began + 0.04, out.append, "second")
    dropped = loop.call_later(0.03, out.append, "dropped")
    dropped.cancel()
    await asyncio.sleep(0.1)
    print(out, dropped.cancelled(), 0.09 < loop.time() - began < 0.3)
    print(await asyncio.sleep(0, "result"), await asyncio.sleep(0.001, result="late result"))
    print(await asyncio.sleep(-1), await asyncio.sleep(0))
    t = asyncio.create_task(asyncio.sleep(0.01, 7))
    print(await t)


asyncio.run(main())
