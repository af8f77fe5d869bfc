# mps2: no, because it has no threads
# Another thread runs a coroutine in the loop and waits for what becomes of it.
import asyncio
import threading


async def double(x):
    await asyncio.sleep(0.001)
    return 2 * x


async def fail():
    raise KeyError("failed")


def other(loop, out):
    out.append(asyncio.run_coroutine_threadsafe(double(21), loop).result())
    failing = asyncio.run_coroutine_threadsafe(fail(), loop)
    out.append(repr(failing.exception()))
    out.append(failing.done())
    slow = asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop)
    try:
        slow.result(0.01)
    except TimeoutError:
        out.append("timeout")
    out.append(slow.cancel())
    try:
        asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as e:
        out.append(str(e))


async def main():
    out = []
    thread = threading.Thread(target=other, args=(asyncio.get_running_loop(), out))
    thread.start()
    while thread.is_alive():
        await asyncio.sleep(0.005)
    print(out)


asyncio.run(main())
