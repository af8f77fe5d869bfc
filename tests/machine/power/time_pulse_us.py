# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --button 4@0.1:0.002
import machine
from machine import Pin

p = Pin(4, Pin.IN, Pin.PULL_UP)
width = machine.time_pulse_us(p, 0)
print(1990 <= width <= 2010)
print(machine.time_pulse_us(p, 0, 1000), machine.time_pulse_us(p, 1, 1000))
