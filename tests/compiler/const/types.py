# expect: hand, because const() is MicroPython's
from micropython import const

_TEXT = const("text")
_BYTES = const(b"\x01\x02")
_NONE = const(None)
_FLAG = const(not False)
_DOTS = const(...)
_FLOAT = const(-2.5)
_BIG = const((1 << 80) + 1)
_PAIR = const((_TEXT, (_FLAG, _NONE)))
_COMPLEX = const(1 + 2j)
print(_TEXT, _BYTES, _NONE, _FLAG, _DOTS, _FLOAT, _BIG, _PAIR, _COMPLEX)
held = _PAIR
print(held is _PAIR, held is ("text", (True, None)))
