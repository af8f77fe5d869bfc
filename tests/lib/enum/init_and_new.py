from enum import Enum, IntEnum


class Planet(Enum):
    MERCURY = (3.3, 2.4)
    EARTH = (5.9, 6.3)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


class Coord(bytes, Enum):
    def __new__(cls, value, label):
        made = bytes.__new__(cls, [value])
        made._value_ = value
        made.label = label
        return made
    PX = (0, "P.X")
    PY = (1, "P.Y")


class Counted(Enum):
    def __new__(cls, *args):
        made = object.__new__(cls)
        made._value_ = len(cls.__members__) + 1
        return made
    a = ()
    b = ()


print(Planet.EARTH.mass, Planet.EARTH.value, Planet((3.3, 2.4)), Planet.MERCURY.radius)
print(Coord.PY, Coord(1).label, bytes(Coord.PY))
print(Counted.b, Counted.b.value, Counted(1))
