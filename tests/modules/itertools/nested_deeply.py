# stress: no, because it makes 60,000 objects
# Iterators over iterators, far deeper than the C stack: an error or the items, never a crash.
from itertools import chain, islice, takewhile

for wrap in (lambda it: chain(it), lambda it: islice(it, 5), lambda it: takewhile(bool, it)):
    it = iter([1, 2])
    for _ in range(20000):
        it = wrap(it)
    try:
        list(it)
    except RecursionError:
        pass
print("alive")
