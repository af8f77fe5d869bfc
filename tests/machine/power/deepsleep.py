# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import machine
import time

rtc = machine.RTC()
boots = len(rtc.memory())
print(machine.reset_cause() == machine.DEEPSLEEP_RESET, machine.wake_reason())
if boots < 2:
    rtc.memory(bytes(boots + 1))
    began = time.ticks_ms()
    machine.deepsleep(60_000)
print(boots, time.ticks_ms() < 1000)
