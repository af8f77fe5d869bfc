# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --start-time 1709208000
import time
from machine import RTC

r = RTC()
print(r.datetime()[:7])
time.sleep(2)
print(r.datetime()[:7], time.gmtime())
r.datetime((2031, 12, 31, 0, 23, 59, 59, 900000))
time.sleep_ms(200)
print(r.datetime()[:7], r.now()[:6])
r.init((2025, 3, 1, 8, 30))
print(r.datetime()[:6], time.gmtime()[:5])
for wrong in ((2025, 13, 1), (2025, 1), "x", 5, (2025, 1, 32, 0, 0, 0, 0, 0)):
    try:
        r.init(wrong)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    RTC(1)
except ValueError as e:
    print(e)
