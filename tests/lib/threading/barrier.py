import threading
ran = []
b = threading.Barrier(3, lambda: ran.append("action"))
log = []
def work():
    for _ in range(3):
        log.append(b.wait())
threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(log), ran, b.parties, b.n_waiting, b.broken)
