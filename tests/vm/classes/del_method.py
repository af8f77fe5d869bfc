import gc
deleted = []
class A:
    def __init__(self, n): self.n = n
    def __del__(self): deleted.append(self.n)
def f():
    for i in range(100): A(i)
f()
gc.collect()
print(len(deleted) > 90)
class Raises:
    def __del__(self): deleted.append("r"); raise ValueError("ignored")
for i in range(9): Raises()
gc.collect()
print("r" in deleted)
