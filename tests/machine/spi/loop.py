# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --spi-loop
from machine import SPI, Pin, SoftSPI

for spi in (SPI(2, baudrate=1_000_000), SoftSPI(sck=Pin(1), mosi=Pin(2), miso=Pin(3))):
    print(spi)
    buffer = bytearray(5)
    spi.write_readinto(b"hello", buffer)
    print(buffer, spi.read(2, 0x41))
    spi.readinto(buffer, 0x2E)
    print(buffer)
    spi.write_readinto(buffer, buffer)
    print(buffer)
