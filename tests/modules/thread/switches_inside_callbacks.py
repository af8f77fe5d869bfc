# oom: no, because the main thread waits for what others do
# A thread may lose its turn inside of C++: while sorting, hashing, comparing, formatting.
import _thread, time
class Key:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        for _ in range(20):
            pass
        return self.n < other.n
    def __hash__(self):
        time.sleep(0)
        return self.n % 7
    def __eq__(self, other):
        time.sleep(0)
        return self.n == other.n
    def __repr__(self):
        time.sleep(0)
        return "K%d" % self.n
out = []
def work(seed):
    keys = [Key(n * seed % 31) for n in range(31)]
    result = [k.n for k in sorted(keys)] == list(range(31))
    d = {k: k.n for k in keys}
    result = result and all(d[Key(n)] == n for n in range(31))
    result = result and len(set(keys) | {Key(3), Key(40)}) == 32
    out.append((result, "%r %s" % (keys[1], [keys[0]]) == "K%d [K0]" % seed))
for seed in (1, 2, 3, 5, 7):
    _thread.start_new_thread(work, (seed,))
while len(out) < 5:
    time.sleep(0.001)
print(out)
