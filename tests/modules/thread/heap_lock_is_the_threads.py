# expect: hand, because CPython has no micropython module
# oom: no, because the main thread waits for what others do
import _thread, micropython, time
done = locked = False
seen = []
def work():
    global done
    seen.append([1] * 100)
    done = True
_thread.start_new_thread(work, ())
micropython.heap_lock()
while not done:
    time.sleep_ms(1)
locked = micropython.heap_locked()
micropython.heap_unlock()
print(len(seen[0]), locked, micropython.heap_locked())
