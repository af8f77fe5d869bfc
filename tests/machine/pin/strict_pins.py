# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --strict-pins
from machine import Pin

for number in (21, 22, 23, 24, 25, 26):
    try:
        print(Pin(number))
    except ValueError as e:
        print(number, e)
