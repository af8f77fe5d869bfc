import threading
b = threading.Barrier(2)
errors = []
def work(timeout=None):
    try:
        b.wait(timeout)
    except threading.BrokenBarrierError:
        errors.append("broken")
work(0.01)
print(errors, b.broken)
work()
b.reset()
print(errors, b.broken)
t = threading.Thread(target=work)
t.start()
while not b.n_waiting:
    pass
b.abort()
t.join()
print(errors, b.broken)
b.reset()
t = threading.Thread(target=work)
t.start()
while not b.n_waiting:
    pass
b.reset()
t.join()
print(errors, b.broken)
