# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
# Hard handlers run at the next safe point; soft ones after them, in the order of the edges.
import machine
from machine import Pin

order = []
soft = Pin(4, Pin.OUT, value=0)
hard = Pin(5, Pin.OUT, value=0)
other = Pin(6, Pin.OUT, value=0)
hits = [0]


def hard_handler(pin):
    hits[0] += 1


soft.irq(lambda pin: order.append((pin, pin.value(), hits[0])), Pin.IRQ_RISING)
other.irq(handler=lambda pin: order.append((pin, pin.value(), hits[0])), trigger=Pin.IRQ_FALLING)
hard.irq(hard_handler, Pin.IRQ_RISING | Pin.IRQ_FALLING, hard=True)

state = machine.disable_irq()
other.on()
other.off()
soft.on()
hard.on()
hard.off()
machine.enable_irq(state)
for _ in range(3):
    pass
print(order, hits)
soft.irq(None)
soft.off()
soft.on()
for _ in range(3):
    pass
print(len(order))
