# expect: hand, because CPython has no heap lock
# While the heap is locked two exceptions can be made; they are ordinary objects that can be kept.
import micropython
kept = [None, None]
def fail(n):
    raise ValueError(n)
def work():
    for i in range(2):
        try:
            fail(turn * 10 + i)
        except ValueError as e:
            kept[i] = e
for turn in range(3):
    micropython.heap_lock()
    work()
    micropython.heap_unlock()
    print([e.args for e in kept], kept[0] is kept[1])
def missing():
    try:
        missing_name
    except NameError as e:
        print(type(e).__name__)
micropython.heap_lock()
missing()
micropython.heap_unlock()
