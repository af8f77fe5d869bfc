import _thread
lock = _thread.allocate_lock()
def attempt(*args, **kwargs):
    try:
        print(lock.acquire(*args, **kwargs))
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, lock.locked())
attempt(False, 1)
attempt(True, -2)
attempt(True, 1e20)
attempt(True, "now")
attempt(1, 2, 3)
