# args: --time virtual
import asyncio


async def main():
    q = asyncio.Queue(2)
    print(q.empty(), q.full(), q.qsize(), q.maxsize)

    async def producer(name, n):
        for i in range(n):
            await q.put((name, i))
            print("put", name, i)

    async def consumer(name, n):
        for _ in range(n):
            print(name, "got", await q.get())
            q.task_done()

    await asyncio.gather(
        producer("p", 4), producer("q", 3), consumer("c", 5), consumer("d", 2)
    )
    await q.join()
    print(q.empty())
    for f in q.get_nowait, q.task_done:
        try:
            f()
        except (asyncio.QueueEmpty, ValueError) as e:
            print(type(e).__name__, e)
    q.put_nowait(1)
    q.put_nowait(2)
    print(q.full(), q.qsize())
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as e:
        print(repr(e))
    print(q.get_nowait(), q.get_nowait())

    # Those that wait get in the order in which they came; a cancelled one is passed over.
    async def getter(name):
        print(name, await q.get())

    tasks = [asyncio.create_task(getter(n)) for n in "xyz"]
    await asyncio.sleep(0)
    q.put_nowait("first")
    tasks[0].cancel()
    q.put_nowait("second")
    await asyncio.sleep(0.005)
    print([t.cancelled() for t in tasks], [t.done() for t in tasks])

    # join waits for all tasks.
    j = asyncio.Queue()
    for i in range(3):
        j.put_nowait(i)
    joiner = asyncio.create_task(j.join())
    for i in range(3):
        await asyncio.sleep(0)
        print(joiner.done())
        j.task_done()
    await joiner
    lifo = asyncio.LifoQueue()
    for i in range(3):
        await lifo.put(i)
    print([await lifo.get() for _ in range(3)])
    p = asyncio.PriorityQueue()
    for i in (5, 1, 4, 1, 3):
        await p.put(i)
    print([p.get_nowait() for _ in range(5)])
    p.put_nowait((2, "b"))
    p.put_nowait((1, "z"))
    p.put_nowait((2, "a"))
    print([p.get_nowait() for _ in range(3)])
    try:
        await asyncio.wait_for(p.get(), 0.01)
    except TimeoutError:
        print("timeout")


asyncio.run(main())
