# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --button 4@30:5
# Woken by a button long before the time is over.
import esp32
import machine
from machine import Pin

if machine.reset_cause() == machine.PWRON_RESET:
    began = machine.RTC().datetime((2024, 1, 1, 0, 0, 0, 0, 0))
    esp32.wake_on_ext0(Pin(4, Pin.IN, Pin.PULL_UP), esp32.WAKEUP_ALL_LOW)
    machine.deepsleep(3_600_000)
print(machine.reset_cause() == machine.DEEPSLEEP_RESET, machine.wake_reason() == machine.PIN_WAKE)
print(machine.RTC().datetime()[4:7])
