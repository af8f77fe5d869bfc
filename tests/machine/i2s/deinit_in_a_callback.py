# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
# What a read waits for can go away meanwhile.
from machine import I2S, Pin, Timer

i2s = I2S(0, sck=Pin(5), ws=Pin(6), sd=Pin(7), mode=I2S.RX, bits=16, format=I2S.MONO,
          rate=16000, ibuf=4096)
Timer(0, mode=Timer.ONE_SHOT, period=50, callback=lambda t: i2s.deinit())
try:
    i2s.readinto(bytearray(32000))
except OSError as e:
    print(e.errno)
