# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import time
from machine import UART

uart = UART(1, 9600)
uart.write(b"before the function is there")
uart.flush()
moments = []


def sent(u):
    moments.append(time.ticks_ms())
    print(u is uart, u.irq().flags() == UART.IRQ_TXIDLE)


irq = uart.irq(sent, UART.IRQ_TXIDLE)
print(irq is uart.irq(), irq.flags(), irq.trigger() == UART.IRQ_TXIDLE)
time.sleep_ms(50)
start = time.ticks_ms()
uart.write(b"x" * 96)
time.sleep_ms(90)
print(len(moments))
uart.write(b"y" * 96)
time.sleep_ms(200)
print([round(m - start, -1) for m in moments])
irq()
irq.trigger(0)
uart.write(b"z")
time.sleep_ms(20)
print(len(moments))
