# expect: hand, because CPython has no framebuf
import framebuf

def show(fb, w, h):
    for y in range(h):
        print("".join(".#"[min(1, fb.pixel(x, y))] for x in range(w)))
    print()

fb = framebuf.FrameBuffer(bytearray(100), 10, 8, framebuf.GS8)
fb.fill(1)
fb.fill_rect(1, 1, 8, 6, 0)
fb.rect(2, 2, 4, 3, 1)
fb.rect(7, 3, 2, 9, 1, True)
show(fb, 10, 8)
fb.fill(0)
fb.rect(-3, -3, 6, 6, 1)
fb.rect(5, 5, 0, 3, 1)
fb.fill_rect(5, 5, -2, 3, 1)
fb.hline(6, 1, 99, 1)
fb.vline(8, -5, 9, 1)
show(fb, 10, 8)
