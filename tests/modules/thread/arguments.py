# oom: no, because the main thread waits for what others do
import _thread, time
done = []
def work(a, b, *rest, c=0, **more):
    done.append((a, b, rest, c, more))
_thread.start_new_thread(work, (1, 2))
_thread.start_new_thread(work, (1, 2, 3, 4))
_thread.start_new_thread(work, (1,), {"b": 5, "c": 6, "d": 7})
_thread.start_new_thread(work, (), {"a": 8, "b": 9})
while len(done) < 4:
    time.sleep(0.001)
for row in sorted(done, key=repr):
    print(row)
