print(list(reversed([1, 2])), list(reversed("abc")), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({1: 2, 3: 4})))


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


r = reversed(Seq())
print(r.__length_hint__(), list(r), r.__length_hint__(), type(r).__name__)


class Own:
    def __reversed__(self):
        return "own"


print(reversed(Own()))
