# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import machine
import time
from machine import Timer

calls = []
Timer(0, mode=Timer.ONE_SHOT, period=1, callback=calls.append)
state = machine.disable_irq()
time.sleep_ms(5)
inner = machine.disable_irq()
machine.enable_irq(inner)
time.sleep_ms(5)
print(calls)
machine.enable_irq(state)
time.sleep_ms(1)
print(len(calls))
