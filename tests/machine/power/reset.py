# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
# Nothing of the script runs after reset(): it cannot be caught, and no `finally` follows.
import machine

if machine.reset_cause() == machine.HARD_RESET:
    print("again")
else:
    try:
        machine.reset()
    except Exception:
        print("caught")
    finally:
        print("finally")
    print("never")
