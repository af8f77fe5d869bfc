# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --mic tone:1000:0.5
# A blocking read lasts as long as its samples do.
import time
from machine import I2S, Pin

for bits, format, rate, size in ((16, I2S.MONO, 16000, 3200), (16, I2S.STEREO, 16000, 6400),
                                 (32, I2S.MONO, 8000, 3200), (32, I2S.STEREO, 48000, 38400)):
    i2s = I2S(0, sck=Pin(5), ws=Pin(6), sd=Pin(7), mode=I2S.RX, bits=bits, format=format,
              rate=rate, ibuf=20000)
    buf = bytearray(size)
    began = time.ticks_us()
    print(i2s.readinto(buf), i2s.readinto(buf))
    print((time.ticks_diff(time.ticks_us(), began) + 500) // 1000, i2s.overruns)
    i2s.deinit()
