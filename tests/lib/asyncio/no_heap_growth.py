# expect: hand, because it measures the heap
# args: --board esp32s3 --time virtual
# timeout: 60
# stress: no, because it runs an hour
# An hour of periodic tasks, timeouts, queues and events leaves nothing behind.
import asyncio
import gc


async def periodic(ms):
    while True:
        await asyncio.sleep_ms(ms)


async def impatient():
    event = asyncio.Event()
    while True:
        try:
            await asyncio.wait_for(event.wait(), 0.7)
        except asyncio.TimeoutError:
            pass


async def put(q):
    i = 0
    while True:
        await q.put(i)
        i = (i + 1) % 100
        await asyncio.sleep_ms(450)


async def get(q):
    while True:
        await q.get()


async def short_lived():
    while True:
        await asyncio.gather(asyncio.sleep_ms(20), asyncio.create_task(asyncio.sleep_ms(30)))
        t = asyncio.create_task(asyncio.sleep(3600))
        await asyncio.sleep_ms(900)
        t.cancel()


async def main():
    q = asyncio.Queue(3)
    tasks = [impatient(), put(q), get(q), short_lived()] + [periodic(ms) for ms in (100, 130, 999)]
    tasks = [asyncio.create_task(t) for t in tasks]
    figures = [0] * 60
    for minute in range(60):
        await asyncio.sleep(60)
        gc.collect()
        figures[minute] = gc.mem_alloc()
    # The tasks are met in different states from minute to minute.
    print("grown:", max(figures[30:]) > max(figures[1:30]))


asyncio.run(main())
