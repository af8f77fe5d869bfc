# A lock does not belong to a thread: it stays taken when the thread that took it ends.
import _thread, time
lock = _thread.allocate_lock()
_thread.start_new_thread(lock.acquire, ())
time.sleep(0.02)
print(lock.locked(), lock.acquire(False))
lock.release()
print(lock.locked())
