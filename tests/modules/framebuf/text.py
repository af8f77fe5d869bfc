# expect: hand, because CPython has no framebuf
import framebuf

def show(fb, w, h):
    for y in range(h):
        print("".join(".#"[min(1, fb.pixel(x, y))] for x in range(w)))
    print()

fb = framebuf.FrameBuffer(bytearray(200), 40, 8, framebuf.MONO_HLSB)
fb.text("Hi", 0, 0)
fb.text("\x01é", 20, 0, 1)
show(fb, 40, 8)
fb.text("Hi", 0, 0, 0)
fb.fill_rect(20, 0, 20, 8, 0)
print(any(fb.pixel(x, y) for x in range(40) for y in range(8)))
fb.text("W", -3, -2)
fb.text("W", 38, 6)
show(fb, 40, 8)
