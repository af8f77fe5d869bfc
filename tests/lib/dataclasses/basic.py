from dataclasses import dataclass, field


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)

    def norm(self):
        return self.x ** 2 + self.y ** 2


p, q = Point(1, 2), Point(x=1, y=2)
print(p, p == q, p != Point(1), p.norm(), Point(5))
p.tags.append("t")
print(q.tags, p.tags, p == q, Point.y, hasattr(Point, "x"), hasattr(Point, "tags"))
print(Point.__match_args__, Point.__doc__, Point.__init__.__annotations__, Point.__hash__)
print(p == (1, 2, []), p.__eq__(3))
try:
    hash(p)
except TypeError as e:
    print(e)
