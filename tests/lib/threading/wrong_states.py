import threading
def attempt(f, *args):
    try:
        f(*args)
    except (RuntimeError, AssertionError, ValueError) as e:
        print(type(e).__name__, e)
t = threading.Thread(target=lambda: None)
attempt(t.join)
t.start()
attempt(t.start)
t.join()
attempt(t.start)
attempt(threading.current_thread().join)
attempt(threading.Thread, "group")
class NoInit(threading.Thread):
    def __init__(self):
        pass
attempt(NoInit().start)
