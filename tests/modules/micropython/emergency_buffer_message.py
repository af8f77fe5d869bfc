# expect: hand, because CPython has no heap lock
# With an emergency buffer messages are made too, as long as they fit.
import micropython
micropython.alloc_emergency_exception_buf(100)
def attempt(f):
    try:
        f()
    except Exception as e:
        print(e)
def index():
    ()[5]
def name():
    undefined_thing
micropython.heap_lock()
attempt(index)
attempt(name)
micropython.heap_unlock()
try:
    micropython.alloc_emergency_exception_buf(-1)
except ValueError as e:
    print("ValueError", e)
