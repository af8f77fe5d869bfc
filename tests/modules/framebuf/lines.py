# expect: hand, because CPython has no framebuf
import framebuf

def show(fb, w, h):
    for y in range(h):
        print("".join(".#"[min(1, fb.pixel(x, y))] for x in range(w)))
    print()

fb = framebuf.FrameBuffer(bytearray(160), 16, 10, framebuf.GS8)
for ends in ((0, 0, 15, 9), (15, 0, 0, 4), (3, 9, 5, 0), (8, 8, 8, 8), (12, 9, 12, 5)):
    fb.line(*ends, 1)
show(fb, 16, 10)
fb.fill(0)
fb.line(-5, -5, 20, 20, 1)
fb.line(-3, 5, 30, 5, 1)
show(fb, 16, 10)
