# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
from machine import I2S, Pin

good = dict(sck=Pin(5), ws=Pin(6), sd=Pin(7), mode=I2S.RX, bits=16, format=I2S.MONO, rate=16000,
            ibuf=1024)
for id, wrong in ((2, {}), (-1, {}), (0, {"bits": 24}), (0, {"format": 7}), (0, {"mode": 0}),
                  (0, {"rate": 0}), (0, {"rate": 10**6}), (0, {"ibuf": 0}), (0, {"ibuf": 2}),
                  (0, {"sck": 99})):
    try:
        I2S(id, **{**good, **wrong})
        print("made", wrong)
    except (ValueError, TypeError) as e:
        print(wrong, e)
try:
    I2S(0, sck=5)
except TypeError as e:
    print("TypeError")
i2s = I2S(0, **good)
try:
    i2s.write(bytes(10))
except OSError as e:
    print(e.errno)
try:
    i2s.readinto(b"fixed")
except TypeError:
    print("TypeError")
i2s.deinit()
i2s.deinit()
try:
    i2s.readinto(bytearray(10))
except OSError as e:
    print(e.errno)
again = I2S(0, **good)
newer = I2S(0, **good)
try:
    again.readinto(bytearray(10))
except OSError as e:
    print(e.errno, newer.readinto(bytearray(10)))
