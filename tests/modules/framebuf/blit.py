# expect: hand, because CPython has no framebuf
import framebuf


def show():
    for y in range(4):
        print(buffer[y * 6:y * 6 + 6].hex())
    print()


buffer = bytearray(24)
fb = framebuf.FrameBuffer(buffer, 6, 4, framebuf.GS8)
small = framebuf.FrameBuffer(bytearray([1, 2, 3, 4]), 2, 2, framebuf.GS8)
for place in ((0, 0), (4, 2), (5, 3), (-1, -1), (9, 9), (-2, 0), (1 << 30, 0)):
    fb.fill(0xEE)
    fb.blit(small, *place)
    show()
fb.fill(0xEE)
fb.blit(small, 1, 1, 3)
fb.blit((b"\x07\x08\xff\x09\x0a", 2, 2, framebuf.GS8, 3), 4, 0)
show()
