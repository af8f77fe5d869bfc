from typing import Annotated, List, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
A = Annotated[int, "meta", 5]
print(A, A.__metadata__, A.__origin__, get_origin(A) is Annotated, get_args(A), Annotated[A, "more"])
print(Annotated[List[T], "x"][int], A == Annotated[int, "meta", 5])


class C:
    x: A
    y: List[Annotated[str, 1]]


print(get_type_hints(C), get_type_hints(C, include_extras=True))
try:
    Annotated[int]
except TypeError as e:
    print(e)
