from typing import Iterable, Protocol, SupportsAbs, SupportsIndex, SupportsInt, TypeVar, runtime_checkable

T = TypeVar("T")


@runtime_checkable
class Box(Protocol[T]):
    def get(self) -> T: ...


class IntBox:
    def get(self):
        return 1


class Mine(Box[int]):
    def __init__(self, v):
        self.v = v

    def get(self):
        return self.v


print(isinstance(IntBox(), Box), Mine(4).get(), isinstance(3, Box), Box[int])
print(isinstance(3, SupportsInt), isinstance("a", SupportsInt), isinstance(3, SupportsIndex), isinstance(-2.5, SupportsAbs))
