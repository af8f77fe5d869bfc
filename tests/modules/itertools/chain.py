from itertools import chain

print(list(chain("ab", [1], (), range(2))), list(chain()), list(chain([])))
print(list(chain.from_iterable(["ab", "c"])), list(chain.from_iterable([])))
c = chain([1], 5)
print(next(c))
try:
    next(c)
except TypeError as e:
    print(e)
try:
    print(next(c, "end"))
except TypeError as e:
    print(e)


def lazy():
    print("first")
    yield [1]
    print("second")
    yield [2]


for x in chain.from_iterable(lazy()):
    print(x)
