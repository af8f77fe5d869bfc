import threading
lock = threading.Lock()
total = 0
def work():
    global total
    for _ in range(500):
        with lock:
            value = total
            for _ in range(10):
                pass
            total = value + 1
threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total)
r = threading.RLock()
with r, r:
    print(r.acquire(blocking=False))
    r.release()
