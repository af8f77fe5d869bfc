# expect: hand, because CPython has no framebuf
import framebuf


class Display(framebuf.FrameBuffer):
    def __init__(self, width, height):
        self.width = width
        self.buffer = bytearray(width * height)
        super().__init__(self.buffer, width, height, framebuf.GS8)

    def mark(self, x):
        self.vline(x % self.width, 0, 99, 1)


display = Display(3, 2)
display.mark(4)
print(display.buffer.hex())


class Empty(framebuf.FrameBuffer):
    def __init__(self):
        pass


empty = Empty()
empty.fill(1)
empty.text("x", 0, 0)
print(empty.pixel(0, 0))
try:
    bytes(empty)
except ValueError:
    print("ValueError")
