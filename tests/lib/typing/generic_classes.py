from typing import Dict, Generic, List, TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Stack(Generic[T]):
    def __init__(self):
        self.items: List[T] = []

    def push(self, item: T):
        self.items.append(item)


class Pair(Stack[T], Generic[T, U]):
    pass


class Words(List[str]):
    pass


class Table(Dict[str, T]):
    pass


s = Stack[int]()
s.push(3)
print(s.items, isinstance(s, Stack), Stack[int].__origin__ is Stack, Stack[int].__args__)
print([c.__name__ for c in Pair.__mro__], Pair[int, str], Words.__mro__[1].__name__, Words(["a"]))
print(Stack.__orig_bases__, Table[int]({"a": 1}), issubclass(Table, dict))


class New[A, B]:
    def get(self, a: A) -> B:
        pass


print(New[int, str], New().get(1))
