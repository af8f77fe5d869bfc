import _thread, time
lock = _thread.allocate_lock()
lock.acquire()
start = time.monotonic_ns()
print(lock.acquire(True, 0.05))
print(time.monotonic_ns() - start >= 49_000_000)
