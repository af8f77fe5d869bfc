# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
from machine import SPI, Pin

spi = SPI(1, baudrate=30_000_000, polarity=1, phase=1, firstbit=SPI.LSB, sck=Pin(5))
print(spi)
spi.init(baudrate=500_000, phase=0)
print(spi)
for make in (lambda: SPI(0), lambda: SPI(3), lambda: SPI(1, 0), lambda: SPI(1, polarity=2),
             lambda: SPI(1, bits=9), lambda: SPI(1, firstbit=2), lambda: SPI(1, sck=Pin(99)),
             lambda: spi.write_readinto(b"12", bytearray(3)), lambda: spi.read(-1),
             lambda: spi.write(5.0), lambda: spi.readinto(b"1"), lambda: SPI()):
    try:
        make()
        print("fine")
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
spi.deinit()
try:
    spi.write(b"1")
except ValueError as e:
    print(e)
