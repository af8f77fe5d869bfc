from itertools import tee

a, b = tee(i * i for i in range(4))
print(next(a), next(a), list(b), list(a), list(a))
print([list(t) for t in tee([1, 2], 3)], tee([], 0))
a, = tee("abc", 1)
next(a)
b, c = tee(a)
print(list(b), list(c))
import copy
a, = tee("xyz", 1)
next(a)
d = copy.copy(a)
print(list(a), list(d))
for bad in ([1], -1), (3,), ([1], "a"):
    try:
        tee(*bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
