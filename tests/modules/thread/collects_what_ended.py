# oom: no, because the main thread waits for what others do
import _thread, gc, time
class Canary:
    def __del__(self):
        died.append(1)
died, done = [], []
def work(canary):
    local = Canary()
    done.append(1)
for _ in range(20):
    _thread.start_new_thread(work, (Canary(),))
while len(done) < 20:
    time.sleep(0.001)
time.sleep(0.01)
for _ in range(3):
    gc.collect()
print(len(died) >= 36)
