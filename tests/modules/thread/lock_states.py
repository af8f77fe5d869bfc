import _thread
lock = _thread.allocate_lock()
print(lock.locked(), lock.acquire(), lock.locked())
print(lock.acquire(False), lock.acquire(blocking=False), lock.acquire(True, 0), lock.acquire(timeout=0.01))
lock.release()
print(lock.locked())
with lock as got:
    print(got, lock.locked())
print(lock.locked())
try:
    lock.release()
except RuntimeError as e:
    print(e)
print(type(lock) is _thread.LockType)
