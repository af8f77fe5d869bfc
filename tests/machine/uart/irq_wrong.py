# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import time
from machine import UART

uart = UART(2, 115200)
for use in (
    lambda: uart.irq(5),
    lambda: uart.irq(print, 64),
    lambda: uart.irq(print, -1),
    lambda: uart.irq(print, "x"),
    lambda: uart.irq(print, 1, 2, 3),
):
    try:
        use()
        print("no error")
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
uart.irq(lambda u: 1 / 0, UART.IRQ_TXIDLE)
uart.write(b"x")
time.sleep_ms(2)
uart.irq(print, UART.IRQ_TXIDLE)
uart.write(b"never told, as the UART is closed before")
uart.deinit()
time.sleep_ms(20)
try:
    uart.irq()
except ValueError as e:
    print(e)
