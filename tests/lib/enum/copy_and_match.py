import copy
from enum import Enum


class C(Enum):
    A = [1]
    B = {"x": 2}


print(copy.copy(C.A) is C.A, copy.deepcopy([C.B])[0] is C.B, C([1]), C.B.value["x"])


def which(c):
    match c:
        case C.A:
            return "a"
        case C.B:
            return "b"


print(which(C.A), which(C.B), which(3))
