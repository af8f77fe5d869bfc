# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --mic tone:1000:0.5
# StreamReader waits for the bus; other tasks run meanwhile.
import asyncio
from machine import I2S, Pin

i2s = I2S(0, sck=Pin(5), ws=Pin(6), sd=Pin(7), mode=I2S.RX, bits=16, format=I2S.MONO,
          rate=16000, ibuf=8192)
ticks = 0


async def ticker():
    global ticks
    while True:
        ticks += 1
        await asyncio.sleep_ms(10)


async def main():
    task = asyncio.create_task(ticker())
    reader = asyncio.StreamReader(i2s)
    buf = bytearray(1600)
    view = memoryview(buf)
    got = 0
    reads = 0
    while got < 16000:
        n = await reader.readinto(view)
        got += n
        reads += 1
    print(got >= 16000, reads > 10, 40 < ticks < 60, i2s.overruns)
    task.cancel()


asyncio.run(main())
