# args: --board esp32s3 --time virtual
# expect: hand, because it is about virtual time
# mps2: no, because its time is real
import time

for sleep, amount in ((time.sleep, 1), (time.sleep, 0.25), (time.sleep_ms, 40), (time.sleep_us, 1500),
                      (time.sleep_ms, -5), (time.sleep, 300)):
    start = time.ticks_us()
    sleep(amount)
    print(amount, (time.ticks_diff(time.ticks_us(), start) + 20) // 100 * 100)
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
