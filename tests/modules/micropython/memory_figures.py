# expect: hand, because CPython has no such functions
import micropython

total, current, peak = (micropython.mem_total(), micropython.mem_current(),
                        micropython.mem_peak())
keep = [None] * 20000
print(micropython.mem_total() - total > 20000, micropython.mem_current() > current)
print(micropython.mem_peak() >= peak, micropython.mem_peak() >= micropython.mem_current())
total = micropython.mem_total()
for _ in range(10):
    bytearray(10000)
print(micropython.mem_total() - total > 100000)
