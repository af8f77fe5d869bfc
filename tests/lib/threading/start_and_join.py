import threading
out = []
def work(a, b=0):
    out.append((a, b))
threads = [threading.Thread(target=work, args=(n,), kwargs={"b": -n}) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(out), [t.is_alive() for t in threads])
