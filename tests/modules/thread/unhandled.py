# expect: hand, because CPython words it otherwise
# stderr-has: Unhandled exception in thread started by <function work at 0x
# stderr-has: ZeroDivisionError: division by zero
import _thread, time
def work():
    1 / 0
_thread.start_new_thread(work, ())
time.sleep(0.02)
print("main goes on")
