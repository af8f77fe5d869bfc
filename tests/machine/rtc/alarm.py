# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import time
from machine import RTC

r = RTC()
rings = []
r.irq(trigger=RTC.ALARM0, handler=lambda rtc: rings.append(time.ticks_ms()))
r.alarm(RTC.ALARM0, 500)
print(490 < r.alarm_left() <= 500)
time.sleep(2)
print([t // 10 for t in rings], r.alarm_left())
r.alarm(0, 100, repeat=True)
time.sleep_ms(350)
r.cancel()
time.sleep(1)
print(len(rings))
r.datetime((2024, 1, 1, 0, 0, 0, 0, 0))
r.alarm(0, (2024, 1, 1, 0, 1, 0))
print(59000 < r.alarm_left(0) <= 60000)
try:
    r.alarm(1, 100)
except ValueError as e:
    print(e)
