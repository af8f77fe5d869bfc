# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
from machine import Pin

p = Pin(5)
print(p is Pin(5), p is Pin("GPIO5"), p is Pin(p), p is Pin(6))


class Led(Pin):
    def __init__(self, number):
        self.blinks = 0

    def blink(self):
        self.blinks += 1
        self.toggle()


led = Led(7)
led.init(Led.OUT)
led.blink()
print(led.value(), led.blinks, isinstance(led, Pin), led is Pin(7))
