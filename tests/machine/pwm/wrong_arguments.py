# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
from machine import PWM, Pin

for make in (lambda: PWM(99), lambda: PWM(), lambda: PWM(2, freq=0), lambda: PWM(2, duty=1024),
             lambda: PWM(2, duty_u16=65536), lambda: PWM(2, duty_u16=-2), lambda: PWM(2, freq="x")):
    try:
        make()
        print("fine")
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
used = []
try:
    for pin in range(1, 19):
        used.append(PWM(pin))
except ValueError as e:
    print(len(used), e)
used.pop().deinit()
print(PWM(18))
