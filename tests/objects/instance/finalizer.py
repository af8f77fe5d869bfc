import gc
log = []
class A:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n)
class Sub(A):
    pass
def make():
    for i in range(20):
        A(i)
        Sub(100 + i)
make()
gc.collect()
make()
gc.collect()
print(len(log) > 60, set(log) <= set(range(20)) | set(range(100, 120)))
saved = []
class Phoenix:
    def __del__(self): saved.append(self)
def rise():
    for i in range(10):
        Phoenix()
rise()
gc.collect()
print(len(saved) >= 8, all(type(p) is Phoenix for p in saved))
count = len(saved)
saved.clear()
gc.collect()
print(len(saved) <= 2)
class Late: pass
Late.__del__ = lambda self: log.append("late")
def late():
    for i in range(10):
        Late()
log.clear()
late()
gc.collect()
print("late" in log)
