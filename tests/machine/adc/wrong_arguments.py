# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
from machine import ADC, Pin

for make in (lambda: ADC(Pin(21)), lambda: ADC(99), lambda: ADC(), lambda: ADC(4, atten=4),
             lambda: ADC(4).atten("x"), lambda: ADC(4).width(13), lambda: ADC(4).init(atten=-2)):
    try:
        make()
        print("fine")
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
