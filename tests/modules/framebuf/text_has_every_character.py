# expect: hand, because CPython has no framebuf
import framebuf

fb = framebuf.FrameBuffer(bytearray(8), 8, 8, framebuf.MONO_HMSB)
seen = set()
for code in range(32, 128):
    fb.fill(0)
    fb.text(chr(code), 0, 0)
    seen.add(bytes(fb))
print(len(seen), bytes(8) in seen)
fb.fill(0)
fb.text("\x7f", 0, 0)
box = bytes(fb)
fb.fill(0)
fb.text("\u20ac", 0, 0)
print(bytes(fb) == box)
