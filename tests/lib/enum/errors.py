from enum import Enum


class Color(Enum):
    RED = 1

    def method(self):
        pass


def replace():
    Color.RED = 2


def delete():
    del Color.RED


def extend():
    class More(Color):
        GREEN = 2


def twice():
    class Twice(Enum):
        A = 1
        A = 2


def sunder():
    class Sunder(Enum):
        _bad_ = 1


def hides():
    class Hides(Enum):
        def x(self):
            pass
        x = 1


for bad in (lambda: Color(7), lambda: Color["BLUE"], lambda: Color.BLUE, replace, delete, extend, twice,
            sunder, lambda: Color.RED.nothing, lambda: Color(), lambda: Enum(1),
            lambda: setattr(Color.RED, "name", 1), lambda: setattr(Color.RED, "value", 1)):
    try:
        bad()
        print("allowed")
    except Exception as e:
        print(type(e).__name__, e if type(e) is not TypeError or "defined" in str(e) else "")
