# oom: no, because the main thread waits for what others do
# Each thread handles its own exception.
import _thread, sys, time
lock = _thread.allocate_lock()
seen = {}
def work(n):
    try:
        raise ValueError(n)
    except ValueError:
        time.sleep(0.01 * (3 - n))
        seen[n] = str(sys.exc_info()[1])
for n in range(3):
    _thread.start_new_thread(work, (n,))
try:
    raise KeyError("main")
except KeyError:
    while len(seen) < 3:
        time.sleep(0.001)
    print(repr(sys.exc_info()[1]), sorted(seen.items()))
