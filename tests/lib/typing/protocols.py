from typing import Protocol, runtime_checkable


@runtime_checkable
class Closeable(Protocol):
    def close(self): ...


@runtime_checkable
class Named(Protocol):
    name: str


class Quiet(Protocol):
    def quiet(self): ...


class File:
    name = "f"

    def close(self):
        return "closed"


class Real(Closeable):
    def close(self):
        return "real"


class Both(Closeable, Named, Protocol):
    pass


print(isinstance(File(), Closeable), issubclass(File, Closeable), isinstance(3, Closeable), isinstance(File(), Named))
print(Real().close(), isinstance(Real(), Closeable), issubclass(Real, Closeable), issubclass(int, Closeable))
for bad in (lambda: isinstance(3, Quiet), lambda: Closeable(), lambda: issubclass(File, Named), lambda: Both(),
            lambda: runtime_checkable(int)):
    try:
        bad()
    except TypeError as e:
        print(e)
try:
    class Wrong(File, Protocol):
        pass
except TypeError as e:
    print(e)
