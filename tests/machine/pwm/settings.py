# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
from machine import PWM, Pin

pwm = PWM(Pin(2), freq=1000, duty_u16=16384)
print(pwm, pwm.freq(), pwm.duty_u16(), pwm.duty(), pwm.duty_ns())
pwm.freq(50)
pwm.duty_ns(1_500_000)
print(pwm.duty_u16(), pwm.duty_ns())
pwm.duty(1023)
print(pwm.duty_u16(), pwm.duty())
pwm.init(freq=2000, duty_u16=0)
print(pwm)
pwm.deinit()
pwm.deinit()
print(PWM(3))
