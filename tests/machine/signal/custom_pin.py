# expect: hand, as CPython has no machine
from machine import PinBase, Signal


class Wheel(PinBase):
    level = 42

    def value(self, level=None):
        if level is None:
            return self.level
        self.level = level


class Light(Signal):
    pass


wheel = Wheel()
for kind in Signal, Light:
    s, inverted = kind(wheel), Signal(wheel, invert=True)
    wheel.level = 42
    print(s(), s.value(), inverted())
    s(5)
    print(wheel.level, inverted.value())
    inverted.on()
    print(wheel.level, s(), inverted())
