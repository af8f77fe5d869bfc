# expect: hand, because CPython would take queue.py beside this for the module queue
import asyncio, threading
async def double(n):
    await asyncio.sleep(0.001)
    if n < 0:
        raise ValueError(n)
    return n * 2
out = []
def work(loop):
    out.append(asyncio.run_coroutine_threadsafe(double(4), loop).result())
    failing = asyncio.run_coroutine_threadsafe(double(-1), loop)
    out.append(repr(failing.exception()))
    slow = asyncio.run_coroutine_threadsafe(asyncio.sleep(100), loop)
    try:
        slow.result(0.01)
    except TimeoutError:
        out.append("TimeoutError")
    out.append((slow.done(), slow.cancel()))
    try:
        slow.result(5)
    except asyncio.CancelledError:
        out.append(("cancelled", slow.cancelled(), slow.cancel()))
    try:
        asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as e:
        out.append(str(e))
async def main():
    t = threading.Thread(target=work, args=(asyncio.get_running_loop(),))
    t.start()
    while t.is_alive():
        await asyncio.sleep(0.005)
asyncio.run(main())
for row in out:
    print(row)
