from typing import Callable, ClassVar, DefaultDict, Dict, FrozenSet, Iterator, List, Mapping, Set, Tuple, Type

print(List[int], Dict[str, List[int]], Set["X"], FrozenSet[None], Tuple[int, ...], Tuple[()], Type[int])
print(List, Callable, Mapping, Iterator[str], DefaultDict[str, int], ClassVar[int])
print(Callable[[int, str], bool], Callable[..., int], Callable[[], None])
print(List[int] == List[int], List[int] == List[str], hash(List[int]) == hash(List[int]), List[int] is not None)
print(List[int].__origin__, List[int].__args__, Dict[str, int].__args__, isinstance([], List), issubclass(dict, Mapping))
print(DefaultDict[str, int](int)["x"], list[int]([3]))
for bad in (lambda: List[int, str], lambda: Dict[int], lambda: List[1], lambda: isinstance([], List[int]),
            lambda: List(), lambda: List[int]([1]), lambda: Callable[int], lambda: List[int][str]):
    try:
        bad()
        print("allowed")
    except TypeError as e:
        print(e)
