import queue, threading
q = queue.SimpleQueue()
got = []
t = threading.Thread(target=lambda: got.append((q.get(), q.get())))
t.start()
q.put("a")
q.put_nowait("b")
t.join()
print(got, q.empty(), q.qsize())
for f in (q.get_nowait, lambda: q.get(timeout=0.01), lambda: q.get(False)):
    try:
        f()
    except queue.Empty:
        print("Empty")
try:
    q.get(timeout=-1)
except ValueError as e:
    print(e)
