# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --i2c eeprom
from machine import I2C, Pin, SoftI2C

bus = I2C(1, scl=Pin(9), sda=Pin(8))
print(bus.scan())
bus.writeto_mem(0x50, 0x0123, b"hello", addrsize=16)
print(bus.readfrom_mem(0x50, 0x0123, 7, addrsize=16))
print(bus.writeto(0x50, b"\x01\x24"), bus.readfrom(0x50, 3))
buffer = bytearray(4)
bus.readfrom_mem_into(0x50, 0x0125, buffer, addrsize=16)
print(buffer)
soft = SoftI2C(scl=Pin(4), sda=Pin(5))
print(soft, soft.scan(), soft.writevto(0x50, (b"\x00\x00", b"a", bytearray(b"bc"))))
soft.readfrom_into(0x50, buffer)
print(soft.readfrom_mem(0x50, 0, 3, addrsize=16))
