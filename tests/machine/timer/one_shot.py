# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import time
from machine import Timer

calls = []
t = Timer(1)
t.init(mode=Timer.ONE_SHOT, period=100, callback=calls.append)
time.sleep_ms(99)
print(calls)
time.sleep_ms(301)
print(calls, calls[0] is t, t is Timer(1))
t.init(mode=Timer.ONE_SHOT, period=100, callback=calls.append)
t.deinit()
time.sleep_ms(200)
print(len(calls))
