import reprlib
from collections import deque

r = reprlib.repr
print(r(list(range(20))), r("x" * 100), r({i: i for i in range(10)}), r(set(range(10))), r(frozenset()), r(tuple(range(9))), r((1,)))
print(r([[[[[[[[1]]]]]]]]), r(10**60), r(deque(range(10))), r({}), r(set()), r([]), r(b"y" * 50), r("short"))


class Long:
    def __repr__(self):
        return "L" * 60


class Bad:
    def __repr__(self):
        raise ValueError


print(r(Long()), r(Bad()).startswith("<Bad instance at 0x"))
mine = reprlib.Repr(maxlist=2, maxlevel=2, fillvalue="~")
print(mine.repr([1, 2, 3]), mine.repr([[[1]]]))
print(reprlib.Repr(indent=2).repr([1, {"a": [2]}]))
