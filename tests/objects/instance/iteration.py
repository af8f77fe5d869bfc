class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration("end")
        self.n -= 1
        return self.n
print(list(Count(3)), sum(Count(4)), [*Count(2)], max(Count(5)), 2 in Count(5))
a, b, c = Count(3)
print(a, b, c)
class NotIter:
    def __iter__(self): return 5
class NoneIter:
    __iter__ = None
    def __getitem__(self, i): return i
for f in [lambda: iter(NotIter()), lambda: iter(NoneIter()), lambda: 1 in NoneIter()]:
    try:
        f()
    except TypeError as e:
        print(e)
class Fails:
    def __iter__(self): return self
    def __next__(self): raise ValueError("broken")
try:
    list(Fails())
except ValueError as e:
    print(e)
it = iter(Count(1))
print(next(it), next(it, "default"))
try:
    next(it)
except StopIteration as e:
    print("stop", e.value)
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
print(list(Old()), type(iter(Old())).__name__)
