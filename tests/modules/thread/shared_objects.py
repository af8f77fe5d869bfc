# timeout: 60
# oom: no, because the main thread waits for what others do
# Threads that change the same objects at once: whatever comes out, nothing breaks.
import _thread, gc, time
from collections import deque

class Thing:
    def __init__(self):
        self.a = 0

shared_list, shared_dict, shared_set, shared_deque = [], {}, set(), deque()
shared_bytes, shared_thing = bytearray(), Thing()
problems, running, ROUNDS = [], 0, 150

def mutate(n):
    for i in range(ROUNDS):
        shared_list.append(i)
        shared_list[i % len(shared_list)] = str(i)
        shared_list.sort(key=lambda x: hash(x))
        if len(shared_list) > 50:
            del shared_list[10:40]
        shared_dict[i % 37, n] = i
        shared_dict[i % 41] = shared_dict.get(i % 13)
        for key in list(shared_dict):
            if hash(key) % 5 == i % 5:
                shared_dict.pop(key, None)
        shared_set.add((n, i))
        shared_set.discard((n ^ 1, i - 1))
        sum(x for _, x in list(shared_set))
        shared_deque.append(i)
        shared_deque.appendleft(n)
        if len(shared_deque) > 30:
            shared_deque.popleft()
        shared_bytes.extend(b"%d" % i)
        shared_bytes[0:1] = b""
        if len(shared_bytes) > 200:
            del shared_bytes[:150]
        setattr(shared_thing, "x%d" % (i % 9), i)
        shared_thing.a += 1
        if i % 9 == n:
            try:
                delattr(shared_thing, "x%d" % ((i + 3) % 9))
            except AttributeError:
                pass

def iterate(n):
    for i in range(ROUNDS):
        try:
            for x in shared_dict:
                hash(x)
            for x in shared_set:
                hash(x)
            for x in shared_deque:
                hash(x)
        except RuntimeError:
            pass
        repr(shared_list), repr(shared_deque), bytes(shared_bytes), shared_list[:], shared_thing.__dict__

def make_classes(n):
    for i in range(ROUNDS):
        cls = type("C%d" % i, (Thing,), {"m": lambda self: self.a + i})
        c = cls()
        if c.m() != i:
            problems.append("class")
        Thing.counter = i
        if i % 10 == 0:
            del Thing.counter

def collect(n):
    for i in range(10):
        gc.collect()
        def recurse(d):
            return [d, recurse(d - 1)] if d else []
        if len(recurse(50)) != 2:
            problems.append("recursion")

def guarded(f, n):
    global running
    try:
        f(n)
    except AttributeError as e:
        if "counter" not in str(e):
            problems.append(repr(e))
    except BaseException as e:
        problems.append(repr(e))
    with lock:
        running -= 1

lock = _thread.allocate_lock()
jobs = [mutate, iterate, make_classes, mutate, collect, iterate, make_classes, mutate]
running = len(jobs)
for n, job in enumerate(jobs):
    _thread.start_new_thread(guarded, (job, n))
while running:
    time.sleep(0.001)
known = ("IndexError", "KeyError", "ValueError('list modified during sort')")
print([p for p in problems if not p.startswith(known)])
