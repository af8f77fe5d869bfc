# expect: hand, because CPython has no framebuf
import framebuf

for name in ("MONO_VLSB", "MONO_HLSB", "MONO_HMSB", "GS2_HMSB", "GS4_HMSB", "GS8", "RGB565"):
    buffer = bytearray(20)
    fb = framebuf.FrameBuffer(buffer, 5, 2, getattr(framebuf, name))
    fb.pixel(1, 0, 0x1234)
    fb.pixel(4, 1, -1)
    print(name, fb.pixel(0, 0), fb.pixel(1, 0), fb.pixel(4, 1), buffer)
