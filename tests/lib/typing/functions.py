from typing import TYPE_CHECKING, NewType, Text, assert_never, assert_type, cast, final, get_overloads, overload, override

print(TYPE_CHECKING, cast(int, "a"), cast("list[int]", 3), Text is str, assert_type(1, int))


@overload
def f(x: int) -> int: ...


@overload
def f(x: str) -> str: ...


def f(x):
    return x


print(f(1), f("a"), len(get_overloads(f)))
UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__supertype__, UserId.__name__, UserId | None)


@final
class C:
    @override
    def m(self):
        pass


print(C.__final__, C.m.__override__)


@overload
def g(x: int) -> int: ...


try:
    g(1)
except NotImplementedError as e:
    print(str(e)[:40])
try:
    assert_never(3)
except AssertionError as e:
    print(e)
