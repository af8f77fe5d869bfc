# A class counts as a subclass also through a subclass of the ABC.
from abc import ABC


class A(ABC):
    pass


class B(A):
    pass


B.register(str)
print(issubclass(str, A), isinstance("", A))


class S(str):
    pass


print(isinstance(S(), A), isinstance(b"", A))


class Proxy:
    @property
    def __class__(self):
        return str


print(isinstance(Proxy(), A), isinstance(Proxy(), str))
