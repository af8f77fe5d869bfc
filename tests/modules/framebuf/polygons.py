# expect: hand, because CPython has no framebuf
import framebuf
from array import array

def show(fb, w, h):
    for y in range(h):
        print("".join(".#"[min(1, fb.pixel(x, y))] for x in range(w)))
    print()

fb = framebuf.FrameBuffer(bytearray(400), 20, 13, framebuf.GS8)
star = array("h", [9, 0, 4, 12, 18, 4, 0, 4, 14, 12])
for filled in (False, True):
    fb.fill(0)
    fb.poly(0, 0, star, 1, filled)
    show(fb, 20, 13)
for corners in (array("h"), array("b", [3, 3]), b"\2\2\7\7", array("i", [1, 1, 5, 1, 9])):
    fb.fill(0)
    fb.poly(1, 1, corners, 1)
    fb.poly(8, 1, corners, 1, True)
    print([(i % 20, i // 20) for i in range(260) if fb.pixel(i % 20, i // 20)])
