# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
# The memory outlives resets.
import machine

r = machine.RTC()
if machine.reset_cause() == machine.PWRON_RESET:
    print(r.memory())
    r.memory(b"kept \x00\xff")
    machine.reset()
print(r.memory())
try:
    r.memory(bytes(5000))
except ValueError as e:
    print(e)
r.memory("")
print(r.memory())
