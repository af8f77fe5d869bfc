import itertools


class Mine(itertools.chain):
    note = "n"


class Counter(itertools.count):
    def __next__(self):
        return super().__next__() * 10


m = Mine("ab", "c")
m.x = 1
print(list(m), m.note, m.x, type(Mine.from_iterable(["ab"])).__name__)
c = Counter(2)
print(next(c), next(c), type(itertools.chain()).__module__, itertools.product.__name__)
