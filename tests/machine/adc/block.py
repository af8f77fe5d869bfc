# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --adc 4=0.5 --adc 12=0.25
from machine import ADCBlock, Pin

block = ADCBlock(1, bits=10)
print(block, block.connect(3), block.connect(Pin(4)), block.connect(3, Pin(4)))
high, low = block.connect(3).read(), ADCBlock(2).connect(1).read_u16()
print(high == block.connect(4 - 1).read(), high < 1024, 16000 < low < 18500)
block.init(bits=12)
print(block.connect(3).read() >> 2 == high)
for wrong in (lambda: block.connect(10), lambda: ADCBlock(3), lambda: ADCBlock(1, bits=13),
              lambda: block.connect(3, Pin(5)), lambda: block.connect(Pin(40)), lambda: ADCBlock()):
    try:
        wrong()
        print("no error")
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
