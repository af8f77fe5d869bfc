# expect: hand, because CPython has no framebuf
import framebuf

for size, *args in ((4, 2, 2, 6), (3, 2, 2, 6), (5, 2, 2, 6, 3), (4, 2, 2, 6, 3), (4, 0, 2, 6),
                    (4, 2, -1, 6), (4, 2, 2, 7), (4, 2, 2, -1), (4, 2, 2, 6, 1),
                    (8, 1 << 30, 1, 6), (2, 8, 2, 3), (1, 8, 2, 3), (3, 9, 2, 3), (4, 9, 2, 3)):
    try:
        framebuf.FrameBuffer(bytearray(size), *args)
        print(size, args, "fits")
    except ValueError:
        print(size, args, "ValueError")
