import queue
q = queue.Queue()
print(q.empty(), q.qsize(), q.full())
for n in range(3):
    q.put(n)
print(q.qsize(), [q.get() for _ in range(3)], q.empty())
