# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --button 0@0.5:0.25
import time
from machine import Pin

b = Pin(0, Pin.IN, Pin.PULL_UP)
edges = []
b.irq(lambda pin: edges.append((pin.value(), time.ticks_ms())))
time.sleep(1)
print(edges)
