import threading
e = threading.Event()
print(e.is_set(), e.wait(0.01))
results = []
threads = [threading.Thread(target=lambda: results.append(e.wait(5))) for _ in range(3)]
for t in threads:
    t.start()
e.set()
for t in threads:
    t.join()
print(results, e.is_set(), e.wait())
e.clear()
print(e.is_set())
