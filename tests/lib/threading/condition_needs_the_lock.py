import threading
for lock in (None, threading.Lock()):
    c = threading.Condition(lock)
    for f in (c.wait, c.notify, c.notify_all):
        try:
            f()
        except RuntimeError as e:
            print(e)
