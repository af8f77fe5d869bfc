# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
# Timer(-1): as many as the board has units; a running one lives without being referred to.
import gc
import time
from machine import Timer

count = [0] * 3


def bump(i):
    def callback(timer):
        count[i] += 1
    return callback


Timer(-1, period=10, callback=bump(0))
Timer(period=20, callback=bump(1))
Timer(-1, mode=Timer.ONE_SHOT, period=30, callback=bump(2))
gc.collect()
time.sleep_ms(105)
print(count)
timers = []
try:
    while True:
        timers.append(Timer(-1, period=1000, callback=None))
except OSError as e:
    print(e.errno, len(timers))
timers.pop().deinit()
Timer(-1, mode=Timer.ONE_SHOT, period=1, callback=None)
time.sleep_ms(2)
Timer(-1, mode=Timer.ONE_SHOT, period=1, callback=None)
print("free again")
