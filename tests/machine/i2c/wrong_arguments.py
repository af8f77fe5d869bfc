# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
from machine import I2C, Pin, SoftI2C

for make in (lambda: I2C(2), lambda: I2C(-1), lambda: I2C(0, scl=Pin(99)), lambda: I2C(0, freq=0),
             lambda: I2C(0, freq=10**9), lambda: SoftI2C(), lambda: SoftI2C(Pin(1)), lambda: I2C("0")):
    try:
        make()
        print("fine")
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
bus = I2C(0)
for call in (lambda: bus.readfrom(300, 1), lambda: bus.readfrom(1, -1), lambda: bus.writeto(1, 5.0),
             lambda: bus.readfrom_into(1, b"12"), lambda: bus.readfrom_mem(1, 0, 1, addrsize=7)):
    try:
        call()
        print("fine")
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
bus.deinit()
try:
    bus.scan()
except ValueError as e:
    print(e)
