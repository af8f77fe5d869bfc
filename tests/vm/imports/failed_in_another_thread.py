# oom: no, because the main thread waits for what others do
# Who waits for a module whose body fails tries the import again.
import _thread, sys, time
with open("failing.py", "w") as f:
    f.write("import time, builtins\nbuiltins.tries = getattr(builtins, 'tries', 0) + 1\n"
            "time.sleep(0.02)\nif builtins.tries < 2:\n    raise ValueError(builtins.tries)\n")
sys.path.insert(0, "")
out = []
def work():
    try:
        import failing
        out.append("imported")
    except ValueError as e:
        out.append(e.args[0])
for _ in range(3):
    _thread.start_new_thread(work, ())
while len(out) < 3:
    time.sleep(0.001)
print(out)
