import threading
def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except ValueError as e:
        print(e)
attempt(threading.Semaphore, -1)
attempt(threading.Semaphore().release, 0)
attempt(threading.Semaphore().acquire, False, 1)
b = threading.BoundedSemaphore(2)
b.acquire()
attempt(b.release)
attempt(b.release)
