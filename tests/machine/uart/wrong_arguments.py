# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
from machine import UART, Pin

for make in (lambda: UART(3), lambda: UART(-1), lambda: UART(), lambda: UART(1, 0), lambda: UART(1, "9600"),
             lambda: UART(1, bits=9), lambda: UART(1, parity=2), lambda: UART(1, stop=3),
             lambda: UART(1, tx=Pin(99)), lambda: UART(1, timeout=-2), lambda: UART(1, rxbuf=0),
             lambda: UART(1).write(5), lambda: UART(1).readinto(b"x")):
    try:
        make()
        print("fine")
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
