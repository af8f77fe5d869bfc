# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --wire 4=5 --wire 6=7
from machine import Counter, Pin

out, direction = Pin(4, Pin.OUT), Pin(6, Pin.OUT)


def pulse(n):
    for _ in range(n):
        out(1)
        out(0)


c = Counter(0, Pin(5, Pin.IN))
pulse(10)
print(c.value(), c.value(100), c.value())
pulse(5)
print(c.value(0), c.value())
c.init(5, edge=Counter.RISING | Counter.FALLING)
pulse(3)
print(c.value())
down = Counter(1, 5, direction=Counter.DOWN)
both = Counter(2, 5, direction=Pin(7, Pin.IN))
pulse(4)
direction(1)
pulse(1)
print(c.value(), down.value(), both.value())
c.deinit()
c.deinit()
pulse(1)
try:
    c.value()
except ValueError as e:
    print(e)
for wrong in (lambda: Counter(9, 5), lambda: Counter(-1, 5), lambda: Counter(0, 5, edge=4),
              lambda: Counter(0), lambda: Counter(0, 99), lambda: Counter(0, 5, filter_ns=-1)):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
