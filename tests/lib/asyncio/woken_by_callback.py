# expect: hand, because micropython.schedule() is MicroPython's
# args: --board esp32s3 --time virtual
# A callback that comes just when the loop goes to sleep wakes it all the same.
import asyncio
import micropython
import time


async def main():
    event = asyncio.Event()

    def again(deadline):
        if time.ticks_diff(deadline, time.ticks_ms()) <= 0:
            event.set()
        else:
            micropython.schedule(again, deadline)

    again(time.ticks_add(time.ticks_ms(), 50))
    await event.wait()
    print("woken")


asyncio.run(main())
