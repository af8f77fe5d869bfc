# expect: hand, because const() is MicroPython's
from micropython import const

STEP = const(10)


class Motor:
    STEP = const(2)
    _HIDDEN = const(3)
    __PRIVATE = const(4)
    both = STEP + _HIDDEN

    def turn(self):
        return _HIDDEN, self.STEP, STEP, __PRIVATE


print(Motor.both, Motor().turn(), STEP)
print(hasattr(Motor, "STEP"), hasattr(Motor, "_HIDDEN"), hasattr(Motor, "_Motor__PRIVATE"))
