# expect: hand, because CPython has no heap lock
# Arguments that find no room while the heap is locked are left out of the exception.
import micropython
kept = None
def work():
    global kept
    try:
        raise ValueError(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)
    except ValueError as e:
        kept = e
micropython.heap_lock()
work()
micropython.heap_unlock()
print(repr(kept))
