# args: --time virtual
import asyncio


async def user(s, name):
    async with s:
        print(name, "in", s.locked())
        for _ in range(3):
            await asyncio.sleep(0)
        print(name, "out")


async def main():
    s = asyncio.Semaphore(2)
    await asyncio.gather(*[user(s, n) for n in "abcde"])
    print(s.locked())
    await s.acquire()
    await s.acquire()
    tasks = [asyncio.create_task(user(s, n)) for n in "pqr"]
    await asyncio.sleep(0)
    s.release()
    tasks[0].cancel()
    for _ in range(20):
        await asyncio.sleep(0)
    print([t.done() for t in tasks], [t.cancelled() for t in tasks])
    s.release()
    await asyncio.sleep(0)
    print(s.locked())
    b = asyncio.BoundedSemaphore()
    await b.acquire()
    b.release()
    for f in (b.release, lambda: asyncio.Semaphore(-1)):
        try:
            f()
        except ValueError as e:
            print(e)
    try:
        z = asyncio.Semaphore(0)
        await asyncio.wait_for(z.acquire(), 0.01)
    except TimeoutError:
        print("timeout", z.locked())


asyncio.run(main())
