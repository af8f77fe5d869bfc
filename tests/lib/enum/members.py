from enum import Enum


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = "b"

    def describe(self):
        return self.name, self.value

    @classmethod
    def favourite(cls):
        return cls.BLUE

    @property
    def upper(self):
        return self.name.upper()


print(Color.RED, repr(Color.BLUE), Color(2), Color["GREEN"], list(Color), len(Color))
print(Color.RED.describe(), Color.favourite(), Color.RED.upper, Color.RED.name, Color.RED.value)
print(Color.RED is Color(1), Color.RED == 1, Color.RED != Color.GREEN, type(Color.RED) is Color)
print(isinstance(Color.RED, Color), Color.RED in Color, 1 in Color, 9 in Color, "b" in Color)
print(Color, Color.__members__, list(reversed(Color)), bool(Color), {Color.RED: "r"}[Color.RED])
print(f"{Color.RED} {Color.RED:>12} {Color.RED!r}", "%s" % Color.RED)
