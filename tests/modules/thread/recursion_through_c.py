# oom: no, because the main thread waits for what others do
# Recursion through C++ on a thread's own, smaller C stack ends in an exception.
import _thread, time
class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x")
done = []
def work():
    try:
        Deep().a
    except RecursionError:
        done.append("RecursionError")
    done.append(sorted([3, 1, 2], key=lambda x: -x))
_thread.start_new_thread(work, ())
while len(done) < 2:
    time.sleep(0.001)
print(done)
