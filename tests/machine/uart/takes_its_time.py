# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --uart-loop
import time
from machine import UART

for baudrate, args in ((2400, {}), (9600, {"parity": 1}), (115200, {"bits": 7, "stop": 2})):
    uart = UART(2, baudrate, **args)
    before = time.ticks_us()
    uart.write(b"x" * 100)
    uart.flush()
    took = time.ticks_diff(time.ticks_us(), before)
    print(baudrate, round(took * baudrate / 1_000_000 / 100, 1), uart.any())
