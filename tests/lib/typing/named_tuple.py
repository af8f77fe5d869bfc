from typing import NamedTuple


class Point(NamedTuple):
    "A point."
    x: int
    y: int = 0

    def norm(self):
        return self.x ** 2 + self.y ** 2

    @property
    def double(self):
        return self.x * 2


p = Point(3)
print(p, p.norm(), p.double, p._fields, Point._field_defaults, Point.__annotations__, Point.__doc__)
print(p._replace(y=4), p._asdict(), p == (3, 0), isinstance(p, tuple), Point.__name__)
x, y = p
E = NamedTuple("E", [("name", str), ("id", int)])
print(E("a", 1), E.__annotations__, x, y)


def defaults():
    class Bad(NamedTuple):
        a: int = 1
        b: int


def field():
    class Bad(NamedTuple):
        _a: int


def overwrite():
    class Bad(NamedTuple):
        a: int

        def _asdict(self):
            pass


for bad in defaults, field, overwrite, lambda: Point(), lambda: Point(1, 2, 3):
    try:
        bad()
        print("allowed")
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__)
