# No more is read than is needed.
from itertools import islice


def numbers():
    for i in range(10):
        print("read", i)
        yield i


print(list(islice(numbers(), 1, 4, 2)))
print(list(islice(numbers(), 0)))
s = islice(numbers(), 2)
print(next(s), next(s), next(s, "end"), next(s, "end"))
