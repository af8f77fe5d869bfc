# expect: hand, because const() is MicroPython's
# The usual way to have const() on CPython too.
try:
    from micropython import const
except ImportError:
    const = lambda x: x

_A = const(4)
print(_A, "_A" in globals())
