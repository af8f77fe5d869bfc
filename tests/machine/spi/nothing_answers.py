# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
from machine import SPI, Pin

spi = SPI(1, 40_000_000, sck=Pin(12), mosi=Pin(11), miso=Pin(13))
print(spi)
print(spi.write(b"\x2a\x00"), spi.read(3, 0xFF))
buffer = bytearray(b"....")
spi.readinto(buffer)
print(buffer)
