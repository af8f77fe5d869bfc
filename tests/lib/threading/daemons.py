import threading
event = threading.Event()
t = threading.Thread(target=event.wait, daemon=True)
print(t.daemon, threading.Thread().daemon)
inherited = []
t2 = threading.Thread(target=lambda: inherited.append(threading.Thread().daemon), daemon=True)
t2.start()
t2.join()
print(inherited)
t.start()
try:
    t.daemon = False
except RuntimeError as e:
    print(e)
event.set()
t.join()
