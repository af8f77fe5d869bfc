# expect: hand, because CPython has no framebuf
import framebuf

fb = framebuf.FrameBuffer(bytearray(4), 2, 2, framebuf.GS8)
for source in (None, 1, b"1234", (), (b"1234", 2, 2), (b"1234", 2, 2, 6, 2, 2), (b"123", 2, 2, 6),
               (b"1234", 2, 2, 9), (b"1234", 2, 2, 6, 1), (1, 2, 2, 6), (b"1234", "2", 2, 6)):
    try:
        fb.blit(source, 0, 0)
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
