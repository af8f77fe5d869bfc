# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --mic tone:1000:0.5
# With a handler readinto() returns at once; the handler is told when the buffer is full.
import time
from machine import I2S, Pin

i2s = I2S(0, sck=Pin(5), ws=Pin(6), sd=Pin(7), mode=I2S.RX, bits=16, format=I2S.MONO,
          rate=16000, ibuf=8192)
buf = bytearray(3200)
times = []


def full(bus):
    times.append((time.ticks_diff(time.ticks_ms(), began), bus is i2s, any(buf)))
    if len(times) < 3:
        buf[:] = bytes(3200)
        bus.readinto(buf)


i2s.irq(full)
began = time.ticks_ms()
print(i2s.readinto(buf))
print(time.ticks_diff(time.ticks_ms(), began) < 2)
try:
    buf.append(1)
except BufferError:
    print("the buffer is held")
time.sleep(1)
print(times)
buf.append(1)
i2s.irq(None)
print(i2s.readinto(bytearray(64)))
