# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --uart-loop
import time
from machine import UART

uart = UART(1, 1200, timeout=50)
before = time.ticks_ms()
print(uart.read(3), time.ticks_diff(time.ticks_ms(), before))
uart.write(b"abc")
print(uart.read(3))
uart.init(timeout_char=20)
uart.write(b"abcdef")
print(uart.read(4), uart.read())
uart.init(timeout=0)
print(uart.read(1))
