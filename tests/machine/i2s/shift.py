# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import struct
from machine import I2S

b = bytearray(struct.pack("<4h", 1, -2, 300, -30000))
I2S.shift(buf=b, bits=16, shift=2)
print(struct.unpack("<4h", b))
I2S.shift(buf=b, bits=16, shift=-3)
print(struct.unpack("<4h", b))
c = bytearray(struct.pack("<3i", 1 << 30, -1, 5))
I2S.shift(buf=c, bits=32, shift=-16)
print(struct.unpack("<3i", c))
I2S.shift(buf=c, bits=32, shift=40)
print(struct.unpack("<3i", c))
try:
    I2S.shift(buf=c, bits=24, shift=1)
except ValueError as e:
    print(e)
try:
    I2S.shift(buf=bytes(4), bits=16, shift=1)
except TypeError as e:
    print("TypeError")
