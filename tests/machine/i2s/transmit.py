# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
# A writer waits for room; one that comes late leaves silence, which is counted.
import time
from machine import I2S, Pin

i2s = I2S(0, sck=Pin(5), ws=Pin(6), sd=Pin(7), mode=I2S.TX, bits=16, format=I2S.MONO,
          rate=8000, ibuf=1600)
began = time.ticks_ms()
for _ in range(10):
    print(i2s.write(bytes(1600)), end=" ")
print()
print(900 <= time.ticks_diff(time.ticks_ms(), began) <= 1000, i2s.underruns)
time.sleep_ms(500)
print(i2s.underruns)
i2s.deinit()
