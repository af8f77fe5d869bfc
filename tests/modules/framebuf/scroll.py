# expect: hand, because CPython has no framebuf
import framebuf

def show(fb, w, h):
    for y in range(h):
        print("".join(".#"[min(1, fb.pixel(x, y))] for x in range(w)))
    print()

for step in ((2, 0), (-3, 0), (0, 1), (0, -2), (1, 1), (-2, 3), (8, 0), (0, -5), (1 << 30, 0)):
    fb = framebuf.FrameBuffer(bytearray(40), 8, 5, framebuf.GS8)
    fb.rect(2, 1, 4, 3, 1, True)
    fb.pixel(0, 0, 1)
    fb.scroll(*step)
    print(step)
    show(fb, 8, 5)
