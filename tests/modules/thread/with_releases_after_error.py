import _thread
lock = _thread.allocate_lock()
try:
    with lock:
        raise KeyError(1)
except KeyError:
    print(lock.locked())
