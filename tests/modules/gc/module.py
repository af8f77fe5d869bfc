# expect: hand, because CPython's gc has other functions
import gc

print(gc.isenabled(), gc.collect() == 0)
gc.disable()
print(gc.isenabled())
gc.enable()
before = gc.mem_alloc()
x = bytearray(5000)
print(gc.mem_alloc() - before >= 5000, gc.mem_free() > 0)
x = None
gc.collect()
print(gc.mem_alloc() - before < 5000)
print(gc.threshold(), gc.threshold(1000), gc.threshold(), gc.threshold(-1), gc.threshold())
p = gc.pauses()
print(sorted(p), len(p["histogram"]) > 8, p["collections"] >= 1)
