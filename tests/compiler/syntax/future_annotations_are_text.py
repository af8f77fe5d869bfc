from __future__ import annotations
def f(a: Undefined[int], *args: *Ts, b: 'x' = 1) -> list[Node]: pass
x: AlsoUndefined = 1
class Node:
    next: Node | None
    def link(self, other: Node) -> Node: return other
print(f.__annotations__["a"], f.__annotations__["b"])
print(__annotations__, Node.__annotations__)
print(Node.link.__annotations__)
