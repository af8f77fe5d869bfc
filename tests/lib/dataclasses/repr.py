from dataclasses import dataclass, field


@dataclass
class Node:
    value: int
    next: object = None

    @dataclass
    class Inner:
        x: str


n = Node(1)
n.next = n
print(n, Node.Inner("q"), Node(1, [Node(2)]))


@dataclass(repr=False)
class Quiet:
    x: int


print("Quiet object at" in repr(Quiet(1)))


@dataclass
class Own:
    x: int

    def __repr__(self):
        return "mine"


print(Own(1))
