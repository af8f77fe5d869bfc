from typing import AnyStr, Dict, Generic, List, TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=int)
C = TypeVar("C", str, bytes)
V = TypeVar("V", covariant=True)
W = TypeVar("W", contravariant=True)
print(T, K, C, V, W, AnyStr, T.__name__, K.__bound__, C.__constraints__, V.__covariant__, T.__bound__)
print(List[T], List[T].__parameters__, List[T][int], Dict[K, T][int, str], Dict[str, List[T]][float])
print(list[T].__parameters__, list[T][int], dict[K, list[T]][int, str], dict[T, T][int], tuple[int, ...].__parameters__)
for bad in (lambda: TypeVar("X", int), lambda: TypeVar("X", int, str, bound=int), lambda: TypeVar(3),
            lambda: TypeVar("X", covariant=True, contravariant=True), lambda: list[T][int, str], lambda: list[int][str]):
    try:
        bad()
        print("allowed")
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
