# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
from machine import Timer

for id in (-2, 4, 100):
    try:
        Timer(id)
    except ValueError as e:
        print(id, e)
t = Timer(0)
for options in ({}, {"period": 0}, {"freq": 0}, {"freq": -5}, {"period": 10, "mode": 7},
                {"period": 10, "callback": 5}, {"period": "x"}, {"period": 10, "tick_hz": 0}):
    try:
        t.init(**options)
        print("started", options)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
t.deinit()
print(t.value(), t)
