import threading
class Data(threading.local):
    shared = "class"
    made = 0
    def __init__(self, start, step=1):
        Data.made += 1
        self.n = start
        self.step = step
    def up(self):
        self.n += self.step
        return self.n
    @property
    def double(self):
        return self.n * 2
    @double.setter
    def double(self, v):
        self.n = v // 2
d = Data(10, step=5)
out = []
def work():
    out.append((d.up(), d.up(), d.shared, d.double))
t = threading.Thread(target=work)
d.up()
t.start()
t.join()
d.double = 100
print(out, d.n, Data.made, d.__dict__)
try:
    threading.local(1)
except TypeError as e:
    print(e)
