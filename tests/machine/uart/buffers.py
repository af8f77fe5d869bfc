# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --uart-loop
import time
from machine import UART

uart = UART(0, 115200, rxbuf=16, txbuf=8)
before = time.ticks_us()
print(uart.write(bytes(range(40))))
took = time.ticks_diff(time.ticks_us(), before)
print(2500 < took < 4500)
uart.flush()
time.sleep_ms(10)
print(uart.any(), uart.read())
