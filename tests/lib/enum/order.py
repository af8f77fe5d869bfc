from enum import Enum


class Good(Enum):
    _order_ = "A B"
    A = 1
    B = 2


print(list(Good))
try:
    class Bad(Enum):
        _order_ = "B A"
        A = 1
        B = 2
except TypeError as e:
    print(str(e).split(":")[0])
