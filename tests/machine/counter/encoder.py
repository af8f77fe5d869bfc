# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --wire 4=5 --wire 12=13
from machine import Encoder, Pin

a, b = Pin(4, Pin.OUT, value=1), Pin(12, Pin.OUT, value=1)
encoders = [Encoder(i, Pin(5, Pin.IN), Pin(13, Pin.IN), phases=n) for i, n in enumerate((1, 2, 4))]


def turn(cycles):
    for _ in range(abs(cycles)):
        for pin in (a, b, a, b) if cycles > 0 else (b, a, b, a):
            pin.toggle()


turn(7)
print([e.value() for e in encoders])
turn(-10)
print([e.value() for e in encoders])
a.toggle()
print([e.value() for e in encoders])
b.toggle()
b.toggle()
print(encoders[2].value())
try:
    Encoder(0, 5, 13, phases=3)
except ValueError as e:
    print(e)
