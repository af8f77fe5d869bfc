import queue, threading
q = queue.Queue()
done = []
def work():
    while True:
        n = q.get()
        done.append(n)
        q.task_done()
threading.Thread(target=work, daemon=True).start()
for n in range(10):
    q.put(n)
q.join()
print(done)
try:
    q.task_done()
except ValueError as e:
    print(e)
