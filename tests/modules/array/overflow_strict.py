# mps2: no, because it has no option -X strict
# args: -X strict
from array import array

def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('array("h", [40000])')
attempt('array("h", [-40000])')
attempt('array("H", [-1])')
attempt('array("H", [65536])')
attempt('array("b", [128])')
attempt('array("B", [-1])')
attempt('array("B", [256])')
attempt('array("i", [1 << 31])')
attempt('array("I", [1 << 32])')
attempt('array("I", [-1])')
attempt('array("Q", [-1])')
attempt('array("Q", [1 << 64])')
attempt('array("q", [1 << 63])')
