# expect: hand, because CPython has no such functions
# mem_total only rises, mem_peak is never below mem_current.
import micropython
before = micropython.mem_total()
current = micropython.mem_current()
kept = bytearray(20000)
print(micropython.mem_total() - before >= 20000)
print(micropython.mem_current() - current >= 20000)
print(micropython.mem_peak() >= micropython.mem_current())
peak = micropython.mem_peak()
del kept
import gc
gc.collect()
print(micropython.mem_peak() >= peak, micropython.mem_total() > before)
