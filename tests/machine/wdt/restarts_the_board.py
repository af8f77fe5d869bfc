# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import time
import machine

if machine.reset_cause() == machine.WDT_RESET:
    print("started again by the watchdog")
else:
    print("power on", machine.reset_cause() == machine.PWRON_RESET)
    wdt = machine.WDT(timeout=500)
    for i in range(4):
        time.sleep_ms(400)
        wdt.feed()
    print("fed")
    time.sleep_ms(600)
    print("never")
