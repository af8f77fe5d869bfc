# expect: hand, because CPython has no framebuf
import framebuf

buffer = bytearray(8)
fb = framebuf.FrameBuffer(buffer, 4, 1, framebuf.RGB565)
fb.fill(0x5555)
bits = (b"\xb0", 4, 1, framebuf.MONO_HLSB)
palette = framebuf.FrameBuffer(bytearray(4), 2, 1, framebuf.RGB565)
palette.pixel(0, 0, 0x1111)
palette.pixel(1, 0, 0x2222)
fb.blit(bits, 0, 0, -1, palette)
print(buffer.hex())
fb.fill(0x5555)
fb.blit(bits, 0, 0, 0x1111, (b"\x11\x11\x22\x22", 2, 1, framebuf.RGB565))
print(buffer.hex())
fb.fill(0x5555)
fb.blit(bits, 0, 0, -1, (b"\x33\x33", 1, 1, framebuf.RGB565))
print(buffer.hex())
