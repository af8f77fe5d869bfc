from collections import defaultdict


def factory():
    raise ValueError("no value")


d = defaultdict(factory)
try:
    d[1]
except ValueError as e:
    print(e, len(d))


class D(defaultdict):
    def __missing__(self, key):
        return key * 2


print(D()[21], D(int)["ab"])
