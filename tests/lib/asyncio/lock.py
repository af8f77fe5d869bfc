# args: --time virtual
import asyncio


async def user(lock, name, turns):
    for i in range(turns):
        async with lock:
            print(name, i, lock.locked())
            await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    print(lock.locked())
    await asyncio.gather(*[user(lock, n, 2) for n in "abc"])
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)

    # One of those that wait is cancelled.
    await lock.acquire()
    tasks = [asyncio.create_task(user(lock, n, 1)) for n in "xyz"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0)
    lock.release()
    print("released", lock.locked())
    await asyncio.wait(tasks)
    print([t.cancelled() for t in tasks])

    # Cancelled after the turn was given.
    await lock.acquire()
    tasks = [asyncio.create_task(user(lock, n, 1)) for n in "pq"]
    await asyncio.sleep(0)
    lock.release()
    tasks[0].cancel()
    await asyncio.wait(tasks)
    print([t.cancelled() for t in tasks], lock.locked())

    # Nobody overtakes.
    await lock.acquire()
    t = asyncio.create_task(user(lock, "waits", 1))
    await asyncio.sleep(0)
    lock.release()
    await user(lock, "comes later", 1)
    await t
    try:
        await asyncio.wait_for(lock.acquire(), 0.01)
        await asyncio.wait_for(lock.acquire(), 0.01)
    except TimeoutError:
        print("timeout", lock.locked())
    try:
        async with asyncio.Lock() as x:
            print(x)
            raise ValueError
    except ValueError:
        print("released by the exception")


asyncio.run(main())
