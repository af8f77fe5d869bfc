from collections import namedtuple


class Point(namedtuple("Point", "x y")):
    def length(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __new__(cls, x, y=0):
        return super().__new__(cls, x, y)


p = Point(3, 4)
print(p, p.length(), Point(1), p._replace(x=0), type(p._replace(x=0)).__name__)
p.label = "free"
print(p.label)
match p:
    case Point(x=3, y=b):
        print("matched", b)
