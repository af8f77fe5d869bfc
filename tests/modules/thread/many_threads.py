# oom: no, because the main thread waits for what others do
import _thread, time
done = []
lock = _thread.allocate_lock()
def work(n):
    with lock:
        done.append(n)
for n in range(1000):
    _thread.start_new_thread(work, (n,))
    if n % 100 == 0:
        time.sleep(0.001)
while len(done) < 1000:
    time.sleep(0.001)
print(sum(done), len(set(done)))
