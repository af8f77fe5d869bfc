# expect: hand, because CPython has no machine
import time
from machine import RTC, Timer

seen = []
timer = Timer(-1)
timer.init(period=20, callback=seen.append)
time.sleep_ms(110)
timer.deinit()
print(3 <= len(seen) <= 6, all(t is timer for t in seen))
once = Timer(-1)
once.init(mode=Timer.ONE_SHOT, period=5, callback=lambda t: print("once"))
deadline = time.ticks_add(time.ticks_ms(), 2000)
while once.value() == 0 and time.ticks_diff(deadline, time.ticks_ms()) > 1900:
    pass
time.sleep_ms(30)
try:
    Timer(0)
except ValueError as e:
    print(e)
rtc = RTC()
now = rtc.datetime()
rtc.datetime((2031, 2, 3, 0, 4, 5, 6, 0))
print(rtc.datetime()[:3], time.gmtime()[:3])
rtc.datetime(now)
