# expect: hand, because CPython has no microphone
# args: --board esp32s3 --time virtual --mic tone:1000:0.5
# Audio through a stream: the other tasks go on meanwhile.
import asyncio
import time
from machine import I2S, Pin


async def ticker(counts):
    while True:
        await asyncio.sleep_ms(10)
        counts[0] += 1


async def main():
    i2s = I2S(0, sck=Pin(5), ws=Pin(6), sd=Pin(7), mode=I2S.RX, bits=16, format=I2S.MONO,
              rate=16000, ibuf=8192)
    reader = asyncio.StreamReader(i2s)
    counts = [0]
    task = asyncio.create_task(ticker(counts))
    buffer = bytearray(1024)
    began = time.ticks_ms()
    total = 0
    while total < 32000:  # a second
        total += await reader.readinto(buffer)
    print(950 < time.ticks_diff(time.ticks_ms(), began) < 1080, 90 < counts[0] < 110)
    peak = max(buffer[i] | buffer[i + 1] << 8 for i in range(0, 1024, 2) if buffer[i + 1] < 128)
    print(16000 < peak < 16500)
    task.cancel()
    i2s.deinit()


asyncio.run(main())
