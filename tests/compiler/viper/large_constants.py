# expect: hand, because viper is MicroPython's
# An int too large for a native int, but not for a uint, is an object or a uint as it is needed.
import sys

MOST = sys.maxsize * 2 + 1
source = """
@micropython.viper
def f(n: int, u: uint, p: ptr32, x):
    p[0] = MOST
    p[1] = MOST - 1
    held = MOST
    return [n & MOST, u & MOST, MOST & n, MOST - u, u == MOST, x + MOST, held, MOST]


@micropython.viper
def same() -> object:
    return MOST
"""
exec(source.replace("MOST", str(MOST)))
b = bytearray(8)
r = f(-5, 6, b, 1)
print(r[:2], r[2] == MOST - 4, r[3] == MOST - 6, r[4], r[5:] == [MOST + 1, MOST, MOST], b)
print(same() == MOST)
for wrong in ("n < MOST", "n == MOST", "u // MOST", "n + MOST * 2"):
    try:
        exec("@micropython.viper\ndef f(n: int, u: uint):\n " + wrong.replace("MOST", str(MOST)))
    except ViperTypeError as e:
        print(e)
