# expect: hand, because CPython has no framebuf
import framebuf

buffer = bytearray(5)
fb = framebuf.FrameBuffer1(buffer, 5, 8)
fb.pixel(1, 2, 1)
print(buffer, framebuf.MVLSB == framebuf.MONO_VLSB)
fb = framebuf.FrameBuffer1(buffer, 2, 8, 3)
fb.fill(1)
print(buffer)
