# expect: hand, because CPython takes the importing thread for the main one
import _thread
lock = _thread.allocate_lock()
lock.acquire()
def work():
    import threading
    print(threading.current_thread() is threading.main_thread())
    lock.release()
_thread.start_new_thread(work, ())
lock.acquire()
import threading
print(threading.current_thread().name)
