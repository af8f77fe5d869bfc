# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import machine
import time

began = time.ticks_ms()
machine.lightsleep(2000)
print(time.ticks_diff(time.ticks_ms(), began) // 10, machine.wake_reason() == machine.TIMER_WAKE)
began = time.ticks_us()
machine.idle()
print(time.ticks_diff(time.ticks_us(), began) < 2000)
try:
    machine.lightsleep(-1)
except ValueError as e:
    print(e)
