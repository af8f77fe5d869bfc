# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
# A soft reset stops timers; pins and memory of the RTC are as before.
import machine
import time

if machine.reset_cause() == machine.SOFT_RESET:
    time.sleep(1)
    print("again", machine.RTC().memory())
else:
    machine.RTC().memory(b"x")
    machine.Timer(0, period=10, callback=lambda t: print("never"))
    machine.soft_reset()
