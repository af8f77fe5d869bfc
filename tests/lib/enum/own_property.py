# An enum.property is seen by members; the class has the member of that name.
import enum


class Color(enum.Enum):
    RED = 1
    shade = "s"

    @enum.property
    def upper(self):
        "Its name in capitals."
        return self.name.upper()

    @enum.property
    def loud(self):
        return "loud"

    @loud.setter
    def loud(self, value):
        print("set", value)


print(Color.RED.upper, Color.shade.value, Color.__dict__["upper"].__doc__)
Color.RED.loud = 5
for bad in lambda: Color.upper, lambda: setattr(Color.RED, "upper", 1), lambda: delattr(Color.RED, "loud"):
    try:
        bad()
    except AttributeError as e:
        print(type(e).__name__)
