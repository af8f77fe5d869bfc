# oom: no, because the main thread waits for what others do
import _thread, time
lock = _thread.RLock()
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=1))
seen = []
def other():
    seen.append(lock.acquire(False))
    try:
        lock.release()
    except RuntimeError as e:
        seen.append(str(e))
    with lock:
        seen.append("mine")
_thread.start_new_thread(other, ())
time.sleep(0.02)
lock.release()
lock.release()
time.sleep(0.02)
print(seen)
lock.release()
while len(seen) < 3:
    time.sleep(0.001)
print(seen)
try:
    lock.release()
except RuntimeError as e:
    print(e)
