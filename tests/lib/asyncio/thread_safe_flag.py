# expect: hand, because CPython has no ThreadSafeFlag and no timers
# args: --board esp32s3 --time virtual
import asyncio
import time
from machine import Timer


async def main():
    began = time.ticks_ms()
    flag = asyncio.ThreadSafeFlag()
    flag.set()
    await flag.wait()
    print("was set")
    timer = Timer(0)
    timer.init(mode=Timer.PERIODIC, period=100, callback=lambda t: flag.set())
    for _ in range(3):
        await flag.wait()
        print(time.ticks_diff(time.ticks_ms(), began) // 10 * 10)
    timer.deinit()
    flag.clear()
    try:
        await asyncio.wait_for(flag.wait(), 1)
    except asyncio.TimeoutError:
        print("nothing")
    # An ordinary event set by a callback wakes the loop at once, too.
    event = asyncio.Event()
    timer.init(mode=Timer.ONE_SHOT, period=50, callback=lambda t: event.set())
    at = time.ticks_ms()
    await event.wait()
    print(time.ticks_diff(time.ticks_ms(), at))
    # And one that nobody else wakes for a long time.
    event.clear()
    other = asyncio.create_task(asyncio.sleep(100))
    timer.init(mode=Timer.ONE_SHOT, period=70, callback=lambda t: event.set())
    at = time.ticks_ms()
    await event.wait()
    print(time.ticks_diff(time.ticks_ms(), at))
    timer.deinit()


asyncio.run(main())
