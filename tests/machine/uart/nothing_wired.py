# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
from machine import UART

uart = UART(1)
print(uart.write("text"), uart.any(), uart.read(1), uart.readline())
uart.deinit()
uart.deinit()
for use in (uart.any, uart.read, uart.flush, lambda: uart.write(b"x")):
    try:
        use()
    except ValueError as e:
        print(e)
