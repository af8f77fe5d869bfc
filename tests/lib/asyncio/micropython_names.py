# expect: hand, because these are MicroPython's names
# args: --board esp32s3 --time virtual
import time

import uasyncio as asyncio


async def ticker(name, ms, n):
    for _ in range(n):
        await asyncio.sleep_ms(ms)
        print(time.ticks_ms() - began, name)


async def main():
    global began
    began = time.ticks_ms()
    await asyncio.gather(ticker("a", 100, 3), ticker("b", 150, 2), ticker("c", 0, 1))
    t = asyncio.create_task(ticker("never", 5000, 1))
    try:
        await asyncio.wait_for_ms(t, 250)
    except asyncio.TimeoutError:
        print(time.ticks_ms() - began, "timeout", t.done(), t.cancelled())
    print(await asyncio.wait_for_ms(asyncio.sleep(0.05, "slept"), 100))
    loop = asyncio.get_event_loop()
    loop.create_task(ticker("by loop", 10, 1))
    await asyncio.sleep_ms(20)
    # sleep_ms() takes what ticks can tell apart, sleep() any time.
    try:
        await asyncio.sleep_ms(time.ticks_add(0, -1) // 2 + 1)
    except OverflowError as e:
        print(e)
    month_ms = 30 * 24 * 3600 * 1000
    seconds = time.time()
    await asyncio.sleep(month_ms / 1000)
    print(time.time() - seconds == month_ms // 1000)
    fired = []
    h = loop.call_later(20 * 24 * 3600, fired.append, 1)
    await asyncio.sleep(20 * 24 * 3600 - 1)
    print(fired)
    await asyncio.sleep(2)
    print(fired)


asyncio.run(main())
began = time.ticks_ms()
loop = asyncio.get_event_loop()
asyncio.create_task(ticker("before the loop runs", 10, 1))
loop.run_until_complete(asyncio.sleep_ms(30))
loop = asyncio.new_event_loop()
print(loop.is_running())
