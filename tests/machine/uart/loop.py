# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --uart-loop
import time
from machine import UART, Pin

uart = UART(1, baudrate=9600, tx=Pin(17), rx=Pin(18))
print(uart)
print(uart.any(), uart.read(), uart.write(b"hello\nworld"), uart.txdone())
uart.flush()
print(uart.any(), uart.txdone(), uart.readline(), uart.read(2), uart.any())
buffer = bytearray(8)
print(uart.readinto(buffer, 1), uart.readinto(buffer), buffer, uart.readinto(buffer))
