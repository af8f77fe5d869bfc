# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
from machine import Pin, Signal

p = Pin(4, Pin.OUT, value=0)
s = Signal(p, invert=True)
print(s.value(), s())
s.on()
print(p(), s())
s.off()
print(p(), s())
s(True)
print(p(), s.value())
s.value(0)
print(p())
t = Signal(5, Pin.OUT, value=1, invert=False)
print(t.value(), Pin(5).value())
u = Signal("GPIO6", Pin.IN, Pin.PULL_UP)
print(u())


class Expander:
    level = 0

    def value(self, x=None):
        if x is None:
            return self.level
        self.level = x


e = Signal(Expander(), invert=True)
e.on()
print(e.value())
