# expect: hand, because CPython has no framebuf
import framebuf

for args in ((), (bytearray(4),), (b"1234", 2, 2, 6), ("1234", 2, 2, 6), (bytearray(4), "2", 2, 6),
             (bytearray(4), 2, 2, 6, 2, 2), (memoryview(bytearray(8))[::2], 2, 2, 6)):
    try:
        framebuf.FrameBuffer(*args)
    except TypeError:
        print("TypeError")
