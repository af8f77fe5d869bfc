# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --adc 4=1.55 --adc 5=99
from machine import ADC, Pin

for pin in (4, 5, 6):
    adc = ADC(Pin(pin), atten=ADC.ATTN_11DB)
    print(adc, adc.read_uv(), adc.read_u16(), adc.read())
adc = ADC(4)
print(adc.read_u16(), adc.read_uv())
adc.atten(ADC.ATTN_6DB)
adc.width(ADC.WIDTH_10BIT)
print(adc.read_uv(), adc.read())
