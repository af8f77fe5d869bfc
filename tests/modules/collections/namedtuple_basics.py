from collections import namedtuple


Point = namedtuple("Point", "x y")
p = Point(1, 2)
q = Point(y=5, x=4)
print(p, q, p.x, q.y, p[0], len(p), tuple(p), p == (1, 2), hash(p) == hash((1, 2)))
x, y = p
print(x, y, Point._fields, p._asdict(), p._replace(x=9), Point._make([7, 8]), isinstance(p, tuple))
print(Point.__name__, Point.__doc__, Point.__match_args__, p + q, p[::-1])
print(namedtuple("T", ["a", "b"])(1, 2), namedtuple("E", [])(), namedtuple("C", "a, b,c")._fields)
