# expect: hand, because CPython has no heap lock
# Locks nest; unlocking tells how many are left.
import micropython
micropython.heap_lock()
micropython.heap_lock()
print(micropython.heap_locked())
print(micropython.heap_unlock())
print(micropython.heap_unlock())
print(micropython.heap_unlock())
print(micropython.heap_locked())
