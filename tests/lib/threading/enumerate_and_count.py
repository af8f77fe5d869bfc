import threading
gate = threading.Event()
before = threading.active_count()
threads = [threading.Thread(target=gate.wait, name="t%d" % n) for n in range(3)]
for t in threads:
    t.start()
print(before, threading.active_count(), sorted(t.name for t in threading.enumerate()))
gate.set()
for t in threads:
    t.join()
print(threading.active_count(), [t.name for t in threading.enumerate()])
