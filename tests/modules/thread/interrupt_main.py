# expect: hand, because CPython does not wake a main thread that sleeps
import _thread, time
def work():
    time.sleep(0.01)
    _thread.interrupt_main()
_thread.start_new_thread(work, ())
try:
    time.sleep(10)
except KeyboardInterrupt:
    print("sleep was interrupted")
_thread.start_new_thread(work, ())
try:
    for n in range(100000000):
        pass
except KeyboardInterrupt:
    print("loop was interrupted")
lock = _thread.allocate_lock()
lock.acquire()
_thread.start_new_thread(work, ())
try:
    lock.acquire(True, 5)
except KeyboardInterrupt:
    print("lock was interrupted")
