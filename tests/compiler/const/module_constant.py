# expect: hand, because const() is MicroPython's
import math
from micropython import const

_TURN = const(2 * math.pi)
_LIMIT = const(math.e if False else 1) if False else None
print(_TURN == math.tau, "_TURN" in globals(), math.cos(_TURN))
try:
    exec("a = const(math.sqrt)")
except SyntaxError as e:
    print(e.msg)
