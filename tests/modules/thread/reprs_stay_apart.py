# oom: no, because the main thread waits for what others do
# Two threads that make the text of the same list do not take it for one that contains itself.
import _thread, time
class Slow:
    def __repr__(self):
        time.sleep(0.01)
        return "slow"
shared = [Slow(), Slow()]
seen = []
def work():
    seen.append(repr(shared))
for _ in range(3):
    _thread.start_new_thread(work, ())
work()
while len(seen) < 4:
    time.sleep(0.001)
print(seen)
