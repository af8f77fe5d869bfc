# expect: hand, because CPython has no ticks
import time

print(time.ticks_diff(5, 3), time.ticks_diff(3, 5))
top = time.ticks_add(0, -1)
print(top, time.ticks_add(top, 1), time.ticks_diff(time.ticks_add(top, 10), top))
print(time.ticks_diff(0, top), time.ticks_diff(top, 0))
try:
    time.ticks_add(0, 1 << 29)
except OverflowError as e:
    print(e)
print(0 <= time.ticks_ms() <= top, 0 <= time.ticks_us() <= top, 0 <= time.ticks_cpu() <= top)
