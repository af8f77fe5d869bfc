# expect: hand, because const() is MicroPython's
from micropython import const

_COUNT: int = const(3)
LABEL: str = const("x")
later: int = 5
print(_COUNT, LABEL, later, "_COUNT" in globals(), "LABEL" in globals())
print(sorted(__annotations__))
