from typing import (Any, Concatenate, Final, LiteralString, Never, NoReturn, ParamSpec, Self, Callable, TypeGuard,
                    TypeAlias, TypeVarTuple, Unpack)

P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
print(Any, Never, NoReturn, Self, LiteralString, TypeAlias, Final[int], TypeGuard[str], P, Ts)
print(Callable[P, int], Callable[Concatenate[int, P], str], P.__name__, Ts.__name__)
print(P.args, P.kwargs)


class MyAny(Any):
    pass


print(isinstance(MyAny(), MyAny), MyAny.__mro__[1] is Any)
for bad in lambda: Any(), lambda: isinstance(1, Any), lambda: Self(), lambda: Never[int], lambda: Final[int, str]:
    try:
        bad()
    except TypeError as e:
        print(type(e).__name__)
