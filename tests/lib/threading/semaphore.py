import threading
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(False), s.acquire(timeout=0.01))
s.release(2)
with s as got:
    print(got)
inside = most = 0
lock = threading.Lock()
def work():
    global inside, most
    for _ in range(20):
        with s:
            with lock:
                inside += 1
                most = max(most, inside)
            for _ in range(100):
                pass
            with lock:
                inside -= 1
threads = [threading.Thread(target=work) for _ in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(inside, most <= 2)
