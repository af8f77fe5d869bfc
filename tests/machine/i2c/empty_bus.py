# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
from machine import I2C, Pin

bus = I2C(0, scl=Pin(9), sda=Pin(8), freq=100_000)
print(bus, bus.scan())
for call in (lambda: bus.readfrom(0x3C, 1), lambda: bus.writeto(0x3C, b"x"),
             lambda: bus.readfrom_mem(0x76, 0xD0, 1), lambda: bus.writeto_mem(0x68, 0, b"1")):
    try:
        call()
    except OSError as e:
        print(e.errno)
