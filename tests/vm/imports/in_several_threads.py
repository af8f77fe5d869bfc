# oom: no, because the main thread waits for what others do
# Threads that import the same module at once run its body once, and none sees it half done.
import _thread, sys, time, os
with open("slow_module.py", "w") as f:
    f.write("import time\nruns = []\nruns.append(1)\ntime.sleep(0.05)\nlast = 'set'\n")
sys.path.insert(0, "")
out = []
def work():
    import slow_module
    out.append((slow_module.last, len(slow_module.runs)))
for _ in range(4):
    _thread.start_new_thread(work, ())
while len(out) < 4:
    time.sleep(0.001)
print(out)
