# expect: hand, because CPython keeps no order
# oom: no, because the main thread waits for what others do
# Threads come to the lock in the order in which they asked for it.
import _thread, time
lock = _thread.allocate_lock()
order = []
def work(n):
    lock.acquire()
    order.append(n)
    lock.release()
lock.acquire()
for n in range(5):
    _thread.start_new_thread(work, (n,))
    time.sleep(0.01)
lock.release()
while len(order) < 5:
    time.sleep(0.001)
print(order)
