import _thread, threading
lock = _thread.allocate_lock()
lock.acquire()
def work():
    t = threading.current_thread()
    print(t.name[:6], t.daemon, t.is_alive(), t is threading.current_thread())
    lock.release()
_thread.start_new_thread(work, ())
lock.acquire()
