# expect: hand, because CPython has no heap lock
# Storing into slices of buffers needs no memory.
import micropython
b = bytearray(range(8))
m = memoryview(b)
micropython.heap_lock()
b[2:4] = b"xy"
m[4:6] = b"zz"
micropython.heap_unlock()
print(b)
try:
    micropython.heap_lock()
    part = b[1:3]
except MemoryError:
    micropython.heap_unlock()
    print("MemoryError")
