# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
# A loop without end that catches everything does not outlive the watchdog.
import machine

if machine.reset_cause() == machine.WDT_RESET:
    print("again")
else:
    machine.WDT(timeout=100)
    n = 0
    try:
        while True:
            try:
                n += 1
            except BaseException:
                pass
    finally:
        print("never")
