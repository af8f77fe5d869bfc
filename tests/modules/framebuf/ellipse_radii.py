# expect: hand, because CPython has no framebuf
import framebuf

fb = framebuf.FrameBuffer(bytearray(16), 4, 4, framebuf.GS8)
for radii in ((-1, 2), (2, -1), (40000, 1), (1, 1 << 30)):
    try:
        fb.ellipse(0, 0, *radii, 1)
    except ValueError:
        print("ValueError")
fb.ellipse(0, 0, 32767, 32767, 1, True)
print(fb.pixel(3, 3))
