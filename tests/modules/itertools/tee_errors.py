# An error comes out and the copies go on; a copy that is asked from within is a RuntimeError.
from itertools import tee


def numbers():
    yield 1
    raise ValueError("v")


a, b = tee(numbers())
print(next(a))
for t in a, b, b, b:
    try:
        print(next(t, "end"))
    except ValueError as e:
        print(e)


class Again:
    def __iter__(self):
        return self

    def __next__(self):
        return next(self.other)


again = Again()
a, b = tee(again)
again.other = b
try:
    next(a)
except RuntimeError as e:
    print(e)
