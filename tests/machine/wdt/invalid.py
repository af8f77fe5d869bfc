# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
from machine import WDT

for args in ({"id": 1}, {"timeout": 0}, {"timeout": -1}, {"timeout": 1 << 40}):
    try:
        WDT(**args)
    except ValueError as e:
        print(e)
WDT(0, 1000).feed()
WDT(timeout=2000).feed()
