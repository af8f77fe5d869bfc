# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --mic tone:440
import gc
import micropython
from machine import I2S, Pin

i2s = I2S(0, sck=Pin(5), ws=Pin(6), sd=Pin(7), mode=I2S.RX, bits=16, format=I2S.MONO,
          rate=16000, ibuf=8192)
buf = bytearray(1024)
n = 0
micropython.heap_lock()
while n < 20:
    i2s.readinto(buf)
    n += 1
micropython.heap_unlock()
print(any(buf))
