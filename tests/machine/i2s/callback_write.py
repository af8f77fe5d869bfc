# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import time
from machine import I2S, Pin

i2s = I2S(1, sck=Pin(5), ws=Pin(6), sd=Pin(7), mode=I2S.TX, bits=16, format=I2S.STEREO,
          rate=16000, ibuf=4096)
done = []
i2s.irq(lambda bus: done.append(time.ticks_ms() - began))
began = time.ticks_ms()
print(i2s.write(bytes(16000)), done)
time.sleep(1)
print(len(done), 150 <= done[0] <= 250)
print(i2s.underruns >= 1)
