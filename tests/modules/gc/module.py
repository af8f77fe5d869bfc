# expect: hand, because CPython's gc has other functions
import gc

print(gc.isenabled(), gc.collect() == 0)
gc.disable()
print(gc.isenabled())
gc.enable()
before = gc.mem_alloc()
x = [bytearray(5000) for _ in range(10)]
print(gc.mem_alloc() - before >= 50000, gc.mem_free() > 0)
x = None
gc.collect()
# The collector may still see the newest ones on the C stack.
print(gc.mem_alloc() - before < 25000)
print(gc.threshold(), gc.threshold(1024), gc.threshold(), gc.threshold(-1), gc.threshold())
p = gc.pauses()
print(sorted(p), len(p["histogram"]) > 8, p["collections"] >= 1)
