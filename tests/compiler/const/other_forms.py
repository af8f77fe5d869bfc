# expect: hand, because const() is MicroPython's
import micropython

# Only the bare name is known to the compiler.
_A = micropython.const(5)
b = [micropython.const(6)]
from micropython import const

c, d = const(1), const(2)
e = f = const(3)
print(_A, "_A" in globals(), b, c, d, e, f, const(7))
