# args: --board esp32s3 --time virtual
# Queues: order, limits, what is full or empty, and joining.
import asyncio


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        q = kind()
        for item in (3, 1, 2):
            q.put_nowait(item)
        print(kind.__name__, [q.get_nowait() for _ in range(3)], q.empty(), q.maxsize)
    q = asyncio.Queue(2)
    q.put_nowait("a")
    await q.put("b")
    print(q.full(), q.qsize())
    for wrong, error in ((lambda: q.put_nowait("c"), asyncio.QueueFull), (asyncio.Queue().get_nowait, asyncio.QueueEmpty)):
        try:
            wrong()
        except error as e:
            print(repr(e))
    blocked = asyncio.create_task(q.put("c"))
    await asyncio.sleep(0.1)
    print(blocked.done(), await q.get(), q.qsize())
    await asyncio.sleep(0)
    print(blocked.done(), q.qsize())
    getter = asyncio.create_task(asyncio.Queue().get())
    await asyncio.sleep(0)
    getter.cancel()
    await asyncio.gather(getter, return_exceptions=True)
    print(getter.cancelled())
    joined = asyncio.create_task(q.join())
    for _ in range(3):
        await asyncio.sleep(0)
        print(joined.done(), end=" ")
        q.task_done()
    await joined
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    first, second = (asyncio.create_task(q.get()) for _ in range(2))
    await asyncio.sleep(0)
    print(first.result(), second.result())


asyncio.run(main())
