import operator
from itertools import accumulate

print(list(accumulate([1, 2, 3])), list(accumulate([])), list(accumulate("abc")))
print(list(accumulate([3, 1, 4, 2], max)), list(accumulate([1, 2, 3], operator.mul)))
print(list(accumulate([1, 2], initial=10)), list(accumulate([], initial=5)),
      list(accumulate([1, 2], func=None, initial=None)))
try:
    list(accumulate([1, "a"]))
except TypeError:
    print("TypeError")
