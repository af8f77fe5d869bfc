# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import time
from machine import SPI

for baudrate in (100_000, 1_000_000, 8_000_000):
    spi = SPI(1, baudrate)
    before = time.ticks_us()
    spi.write(bytes(1000))
    took = time.ticks_diff(time.ticks_us(), before)
    print(baudrate, abs(took - 8_000_000_000 // baudrate) < 20)
