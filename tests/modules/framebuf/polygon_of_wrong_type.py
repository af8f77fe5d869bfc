# expect: hand, because CPython has no framebuf
import framebuf
from array import array

fb = framebuf.FrameBuffer(bytearray(16), 4, 4, framebuf.GS8)
for corners in (array("f", [1, 2]), [1, 2, 3, 4], None, "1234"):
    try:
        fb.poly(0, 0, corners, 1)
    except TypeError:
        print("TypeError")
fb.poly(1 << 30, -(1 << 30), array("q", [1 << 30, -(1 << 30), 3, 3, 5, 5]), 1, True)
print(fb.pixel(0, 0))
