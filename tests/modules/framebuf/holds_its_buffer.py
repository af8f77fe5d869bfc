# expect: hand, because CPython has no framebuf
import framebuf
import gc

buffer = bytearray(4)
fb = framebuf.FrameBuffer(buffer, 2, 2, framebuf.GS8)
try:
    buffer.extend(b"more")
except BufferError:
    print("BufferError")
fb.fill(7)
with memoryview(fb) as view:
    print(bytes(fb), view[1], len(view))
    try:
        fb.__init__(bytearray(1), 1, 1, framebuf.GS8)
    except BufferError:
        print("BufferError")
fb.__init__(bytearray(1), 1, 1, framebuf.GS8)
gc.collect()
print(bytes(fb))
