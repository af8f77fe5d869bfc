# oom: no, because the main thread waits for what others do
# A generator that runs in one thread cannot be resumed by another.
import _thread, time
def slow():
    global runs
    runs = True
    while runs:
        time.sleep(0.001)
    yield 1
    yield 2
g = slow()
seen = []
runs = False
def work():
    seen.append(next(g))
_thread.start_new_thread(work, ())
while not runs:
    time.sleep(0.001)
try:
    next(g)
except ValueError as e:
    print(e)
runs = False
while not seen:
    time.sleep(0.001)
print(seen, next(g))
