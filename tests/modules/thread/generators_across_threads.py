# A generator that runs in one thread cannot be resumed by another.
import _thread, time
def slow():
    time.sleep(0.05)
    yield 1
    yield 2
g = slow()
seen = []
def work():
    seen.append(next(g))
_thread.start_new_thread(work, ())
time.sleep(0.01)
try:
    next(g)
except ValueError as e:
    print(e)
while not seen:
    time.sleep(0.001)
print(seen, next(g))
