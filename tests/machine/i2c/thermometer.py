# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --i2c thermometer:-12.5
from machine import I2C, Pin

bus = I2C(0)
print([hex(a) for a in bus.scan()])
raw = bus.readfrom_mem(0x48, 0, 2)
value = raw[0] << 8 | raw[1]
print((value - 65536 if value & 0x8000 else value) / 256)
bus.writeto_mem(0x48, 3, b"\x20\x00")
print(bus.readfrom_mem(0x48, 3, 2), bus.readfrom_mem(0x48, 2, 1))
