# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
from machine import Pin

for number in (49, 100, -1, 10**20, "GPIO99", "GPIO", "LED", "", "GPIO1x"):
    try:
        print(Pin(number))
    except ValueError as e:
        print(number, e)
for wrong in (None, 1.5, []):
    try:
        print(Pin(wrong))
    except TypeError as e:
        print(wrong, e)
for options in ({"mode": 9}, {"pull": 9}, {"drive": 4}):
    try:
        Pin(1, **options)
    except ValueError as e:
        print(e)
