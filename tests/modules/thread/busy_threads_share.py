# oom: no, because the main thread waits for what others do
# No busy thread keeps the others from running.
import _thread, time
counts = [0, 0, 0]
stop = False
def spin(i):
    while not stop:
        counts[i] += 1
for i in range(3):
    _thread.start_new_thread(spin, (i,))
time.sleep(0.2)
stop = True
print([n > 0 for n in counts])
