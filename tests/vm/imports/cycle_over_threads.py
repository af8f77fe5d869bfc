# oom: no, because the main thread waits for what others do
# Two threads that begin an import cycle from both ends do not wait for each other for ever.
import _thread, sys, time
for name, other in (("end_a", "end_b"), ("end_b", "end_a")):
    with open(name + ".py", "w") as f:
        f.write("import time\ntime.sleep(0.02)\nimport %s\nlast = %r\n" % (other, name))
sys.path.insert(0, "")
out = []
def work(name):
    __import__(name)
    out.append(sys.modules[name].last)
_thread.start_new_thread(work, ("end_a",))
_thread.start_new_thread(work, ("end_b",))
while len(out) < 2:
    time.sleep(0.001)
print(sorted(out))
