# expect: hand, because CPython has no machine
import machine


class Counter(machine.PinBase):
    def __init__(self, high_for):
        self.reads = 0
        self.high_for = high_for

    def value(self, level=None):
        if level is not None:
            print("set", level)
            return None
        self.reads += 1
        return int(self.reads <= self.high_for)


pin = Counter(3)
print(pin(), pin.value(), pin())
signal = machine.Signal(Counter(1), invert=True)
print(signal.value(), signal.value())
signal.on()
signal(0)
print(type(machine.time_pulse_us(Counter(100), 1)), machine.time_pulse_us(Counter(0), 1, 1000))
print(machine.time_pulse_us(Counter(10**9), 1, 1000))
for wrong in (None, 1.5, object()):
    try:
        machine.time_pulse_us(wrong, 1)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__)
