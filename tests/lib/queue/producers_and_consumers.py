import queue, threading
q = queue.Queue(3)
out = []
def produce(start):
    for n in range(start, start + 50):
        q.put(n)
def consume():
    while True:
        n = q.get()
        if n is None:
            break
        out.append(n)
producers = [threading.Thread(target=produce, args=(n * 50,)) for n in range(3)]
consumers = [threading.Thread(target=consume) for _ in range(2)]
for t in producers + consumers:
    t.start()
for t in producers:
    t.join()
for t in consumers:
    q.put(None)
for t in consumers:
    t.join()
print(sorted(out) == list(range(150)), q.empty())
