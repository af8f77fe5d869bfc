from typing import ClassVar, Dict, List, Optional, get_type_hints


class Base:
    a: int
    b: "Optional[str]"


class Node(Base):
    next: "Node"
    kids: List["Node"]
    count: ClassVar[int] = 0
    nothing: None


def f(x: int, y: "Dict[str, Node]", *args: str, z: Optional["Node"] = None) -> "list[Node]":
    pass


print(get_type_hints(Node))
print(get_type_hints(f))
print(get_type_hints(len))
for bad in lambda: get_type_hints(3), lambda: get_type_hints(g):
    def g(x: "Unknown"):
        pass
    try:
        bad()
    except (TypeError, NameError) as e:
        print(e)
