# oom: no, because the main thread waits for what others do
# What a thread is started with lives until the thread has run, collections or not.
import _thread, gc, time
out = []
def start():
    _thread.start_new_thread(lambda data, text: out.append((sum(data), text)),
                             (list(range(100)), "a" + str(1)))
for _ in range(10):
    start()
gc.collect()
while len(out) < 10:
    time.sleep(0.001)
print(set(out))
