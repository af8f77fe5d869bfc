# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --uart-loop
import time
from machine import UART

uart = UART(1, 9600)
seen = []


def happened(u):
    flags = u.irq().flags()
    size = 1 if flags & UART.IRQ_RX else 99
    seen.append((flags, u.read(size) if flags & (UART.IRQ_RX | UART.IRQ_RXIDLE) else None))


uart.irq(happened, UART.IRQ_RX)
uart.write(b"abc")
time.sleep_ms(20)
print([data for flags, data in seen])
seen.clear()
uart.irq(happened, UART.IRQ_RXIDLE)
uart.write(b"first ")
uart.write(b"message")
time.sleep_ms(50)
uart.write(b"second")
time.sleep_ms(50)
print([data for flags, data in seen], seen[0][0] == UART.IRQ_RXIDLE)
seen.clear()
uart.irq(handler=happened, trigger=UART.IRQ_BREAK, hard=False)
uart.sendbreak()
time.sleep_ms(5)
print(seen == [(UART.IRQ_BREAK, None)])
uart.irq(None)
uart.sendbreak()
uart.write(b"quiet")
time.sleep_ms(20)
print(len(seen), uart.read())
