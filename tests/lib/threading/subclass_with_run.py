import threading
class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(name="worker")
        self.n = n
    def run(self):
        self.result = self.n * 2, threading.current_thread() is self
w = Worker(21)
w.start()
w.join()
print(w.result)
