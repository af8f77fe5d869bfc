# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
# stderr-has: ZeroDivisionError
import time
from machine import Pin

p = Pin(4, Pin.OUT, value=0)
p.irq(lambda pin: 1 // 0)
p.on()
time.sleep_ms(1)
print("goes on")
