# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --mic tone:1000:0.5
# A reader that is late loses the oldest samples, which is counted.
import time
from machine import I2S, Pin

i2s = I2S(0, sck=Pin(5), ws=Pin(6), sd=Pin(7), mode=I2S.RX, bits=16, format=I2S.MONO,
          rate=16000, ibuf=2048)
buf = bytearray(1024)
i2s.readinto(buf)
print(i2s.overruns, i2s.frames_lost)
time.sleep_ms(60)
print(i2s.overruns, i2s.frames_lost)
time.sleep_ms(940)
print(i2s.overruns, i2s.frames_lost)
began = time.ticks_us()
i2s.readinto(buf)
print(time.ticks_diff(time.ticks_us(), began) < 1000)
i2s.deinit()
