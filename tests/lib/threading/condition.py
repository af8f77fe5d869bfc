import threading
c = threading.Condition()
items = []
got = []
def consume():
    with c:
        while not items:
            c.wait()
        got.append(items.pop(0))
threads = [threading.Thread(target=consume) for _ in range(3)]
for t in threads:
    t.start()
for n in range(3):
    with c:
        items.append(n)
        c.notify()
for t in threads:
    t.join()
print(sorted(got))
