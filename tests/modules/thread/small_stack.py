# expect: hand, because CPython refuses so small a stack
# oom: no, because the main thread waits for what others do
# A thread that asks for too little gets the least that can run Python.
import _thread, time
_thread.stack_size(2048)
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
done = []
_thread.start_new_thread(lambda: done.append(depth(500)), ())
while not done:
    time.sleep(0.001)
print(done)
