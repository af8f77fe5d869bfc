# oom: no, because the main thread waits for what others do
# heap: 4000000
# Each thread has a stack of its own, as deep as the others'.
import _thread, time
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
def endless():
    return endless() + 1
out = []
def work():
    out.append(depth(500))
    try:
        endless()
    except RecursionError:
        out.append("RecursionError")
for _ in range(3):
    _thread.start_new_thread(work, ())
    work()
while len(out) < 12:
    time.sleep(0.001)
print(sorted(map(str, out)))
