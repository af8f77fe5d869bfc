# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
# Under virtual time a period ends to the microsecond.
import time
from machine import Timer

start = time.ticks_us()
times = []
t = Timer(0, mode=Timer.PERIODIC, period=250, callback=lambda t: times.append(
    (time.ticks_diff(time.ticks_us(), start) + 50) // 100))
time.sleep_ms(1100)
t.deinit()
time.sleep_ms(500)
print(times)
times.clear()
start = time.ticks_us()
t.init(freq=1000, callback=lambda t: times.append(time.ticks_diff(time.ticks_us(), start) // 1000))
time.sleep_us(5500)
t.deinit()
print(times)
