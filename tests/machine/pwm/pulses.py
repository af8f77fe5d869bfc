# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --wire 4=5
# What PWM does at a pin that a wire leads to another: measured, counted, told by interrupts.
import time
from machine import PWM, Counter, Pin, time_pulse_us

pwm = PWM(Pin(4), freq=1000, duty_u16=16384)
pin = Pin(5, Pin.IN)


def near(value, wanted):
    return abs(value - wanted) <= 5


def measure(level):
    time_pulse_us(pin, not level)
    return time_pulse_us(pin, level)


print(near(measure(1), 250), near(measure(0), 750))
pwm.init(freq=100, duty_u16=32768)
print(near(measure(1), 5000), near(measure(0), 5000))
pwm.duty_u16(0)
print(pin(), time_pulse_us(pin, 1, 20000))
pwm.duty_u16(65535)
print(pin(), time_pulse_us(pin, 0, 20000))
pwm.init(freq=200, duty_u16=20000)
counter = Counter(0, pin)
time.sleep_ms(1000)
print(195 <= counter.value() <= 205)
edges = []
pin.irq(lambda p: edges.append(p()), Pin.IRQ_FALLING)
time.sleep_ms(100)
pin.irq(None)
print(19 <= len(edges) <= 21)
pwm.deinit()
time.sleep_ms(10)
before = counter.value()
time.sleep_ms(100)
print(counter.value() - before, pin())
