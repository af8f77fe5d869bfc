# expect: hand, because CPython has no framebuf
import framebuf

buffer = bytearray(6)
fb = framebuf.FrameBuffer(buffer, 3, 2, framebuf.GS8)
for x, y in ((-1, 0), (3, 0), (0, -1), (0, 2), (1 << 30, 0), (-(1 << 30), 1)):
    fb.pixel(x, y, 9)
    print(fb.pixel(x, y), end=" ")
print(buffer)
