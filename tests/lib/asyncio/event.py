# args: --time virtual
import asyncio


async def waiter(e, name):
    print(name, await e.wait())


async def main():
    e = asyncio.Event()
    tasks = [asyncio.create_task(waiter(e, n)) for n in "abc"]
    await asyncio.sleep(0)
    print(e.is_set())
    tasks[1].cancel()
    e.set()
    e.clear()
    print("set and cleared")
    await asyncio.wait(tasks)
    print([t.cancelled() for t in tasks], e.is_set())
    e.set()
    e.set()
    print(await e.wait(), e.is_set())
    e.clear()
    try:
        await asyncio.wait_for(e.wait(), 0.01)
    except TimeoutError:
        print("timeout")
    asyncio.get_running_loop().call_later(0.01, e.set)
    print(await e.wait())


asyncio.run(main())
