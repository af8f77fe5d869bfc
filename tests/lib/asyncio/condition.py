# args: --time virtual
import asyncio


async def main():
    c = asyncio.Condition()
    items = []

    async def consumer(name):
        async with c:
            await c.wait_for(lambda: items)
            print(name, items.pop(0), c.locked())

    tasks = [asyncio.create_task(consumer(n)) for n in "abc"]
    await asyncio.sleep(0)
    async with c:
        items.append(1)
        c.notify()
    await asyncio.sleep(0.005)
    print([t.done() for t in tasks])
    async with c:
        items.extend((2, 3))
        c.notify_all()
    await asyncio.gather(*tasks)
    for f in c.notify, c.notify_all:
        try:
            f()
        except RuntimeError as e:
            print(e)
    try:
        await c.wait()
    except RuntimeError as e:
        print(e)

    # Cancelled while it waits: holds the lock while it leaves.
    async def leaves():
        async with c:
            try:
                await c.wait()
            finally:
                print("leaves", c.locked())

    t = asyncio.create_task(leaves())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled(), c.locked())
    lock = asyncio.Lock()
    d = asyncio.Condition(lock)
    async with d:
        print(lock.locked(), d.locked())
        try:
            async with asyncio.timeout(0.01):
                await d.wait()
        except TimeoutError:
            print("timeout", d.locked())


asyncio.run(main())
