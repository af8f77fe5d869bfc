import threading, gc
class Canary:
    def __del__(self):
        died.append(1)
died = []
data = threading.local()
def work():
    data.canary = Canary()
for _ in range(30):
    t = threading.Thread(target=work)
    t.start()
    t.join()
del t
gc.collect()
print(len(died) >= 20)
