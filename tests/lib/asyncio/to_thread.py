# expect: hand, because CPython would take queue.py beside this for the module queue
import asyncio, threading, time
def slow(n, *, add=0):
    time.sleep(0.02)
    return n + add, threading.current_thread() is threading.main_thread()
def fails():
    raise KeyError("x")
ticks = 0
async def tick():
    global ticks
    while True:
        ticks += 1
        await asyncio.sleep(0.001)
async def main():
    t = asyncio.create_task(tick())
    print(await asyncio.gather(*(asyncio.to_thread(slow, n, add=1) for n in range(3))))
    try:
        await asyncio.to_thread(fails)
    except KeyError as e:
        print(repr(e))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, slow, 5))
    t.cancel()
    print(ticks > 3)
asyncio.run(main())
