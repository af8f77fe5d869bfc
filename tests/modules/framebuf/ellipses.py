# expect: hand, because CPython has no framebuf
import framebuf

def show(fb, w, h):
    for y in range(h):
        print("".join(".#"[min(1, fb.pixel(x, y))] for x in range(w)))
    print()

fb = framebuf.FrameBuffer(bytearray(400), 20, 13, framebuf.GS8)
for args in ((9, 6, 8, 5, 1), (9, 6, 8, 5, 1, True), (9, 6, 6, 6, 1, False, 5), (0, 0, 9, 4, 1, True),
             (9, 6, 7, 3, 1, True, 8), (9, 6, 0, 4, 1), (9, 6, 4, 0, 1), (9, 6, 0, 0, 1)):
    fb.fill(0)
    fb.ellipse(*args)
    show(fb, 20, 13)
