# Members of __slots__ read and written in a loop: set, unset, deleted, by other classes.
class Point:
    __slots__ = ("x", "y")


class Deep(Point):
    __slots__ = ("z",)


class Other:
    x = "class"


def read(objects):
    for o in objects:
        try:
            print(o.x, end=" ")
        except AttributeError as error:
            print(error, end=" ")
    print()


def write(objects, value):
    for o in objects:
        o.x = value


points = [Point(), Point(), Deep()]
read(points)
write(points, 1)
read(points)
del points[1].x
read(points + [Other()])
write([*points, Other()], [2])
read(points)
Point.x = 5
read(points)
try:
    write(points, 3)
except AttributeError as error:
    print("read-only" in str(error) or str(error))
