import builtins

real = builtins.__import__


def hooked(name, globals=None, locals=None, fromlist=(), level=0):
    if name.startswith("made"):
        print(name, fromlist, level, globals is not None and "__name__" in globals)

        class Made:
            x, y = 1, 2

        return Made
    return real(name, globals, locals, fromlist, level)


builtins.__import__ = hooked
import made_up
from made_up2 import x, y as z
import math

print(made_up.x, x, z, math.floor(2.5))
try:
    from made_up import missing
except ImportError as e:
    print(type(e).__name__)
builtins.__import__ = real
try:
    import made_again
except ModuleNotFoundError as e:
    print(e)
