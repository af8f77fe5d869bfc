# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import time
from machine import Pin

p = Pin(4, Pin.OUT, value=0)
seen = []


def handler(pin):
    seen.append(pin.irq().flags())


irq = p.irq(handler, Pin.IRQ_RISING)
print(irq is p.irq(), irq.trigger() == Pin.IRQ_RISING)
p.on()
time.sleep_ms(1)
p.off()
time.sleep_ms(1)
print(seen == [Pin.IRQ_RISING])
irq.trigger(Pin.IRQ_FALLING)
p.on()
p.off()
time.sleep_ms(1)
print(seen == [Pin.IRQ_RISING, Pin.IRQ_FALLING], irq.flags())
irq()
print(len(seen))
for wrong in (16, 128):
    try:
        p.irq(handler, wrong)
    except ValueError as e:
        print(e)
try:
    p.irq(5)
except TypeError as e:
    print(e)
