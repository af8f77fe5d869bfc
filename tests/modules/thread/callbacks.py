# expect: hand, because CPython has no micropython module
# oom: no, because the main thread waits for what others do
import _thread, micropython, time
ran = []
def work():
    for n in range(30):
        while True:
            try:
                micropython.schedule(ran.append, n)
                break
            except RuntimeError:
                time.sleep_ms(1)
for _ in range(4):
    _thread.start_new_thread(work, ())
while len(ran) < 120:
    time.sleep_ms(1)
print(sorted(ran) == sorted(list(range(30)) * 4))
