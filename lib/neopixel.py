# neopixel: strips of LEDs with a controller each (WS2812 and the like).
from machine import Pin, bitstream

# (high, low) of a 0 and of a 1 in ns, at 400 and 800 kHz.
_TIMINGS = ((800, 1700, 1600, 900), (400, 850, 800, 450))


class NeoPixel:
    ORDER = (1, 0, 2, 3)  # where each of red, green, blue and white stands in the LED's bytes

    def __init__(self, pin, n, bpp=3, timing=1):
        self.pin, self.n, self.bpp = pin, n, bpp
        self.timing = _TIMINGS[1 if timing else 0] if isinstance(timing, int) else timing
        self.buf = bytearray(n * bpp)
        pin.init(Pin.OUT)

    def __len__(self):
        return self.n

    def _place(self, i):
        if i < 0:
            i += self.n
        if not 0 <= i < self.n:
            raise IndexError("pixel index out of range")
        return i * self.bpp

    def __setitem__(self, i, colour):
        at = self._place(i)
        for k in range(self.bpp):
            self.buf[at + self.ORDER[k]] = colour[k]

    def __getitem__(self, i):
        at = self._place(i)
        return tuple([self.buf[at + self.ORDER[k]] for k in range(self.bpp)])

    def fill(self, colour):
        for i in range(self.n):
            self[i] = colour

    def write(self):
        bitstream(self.pin, 0, self.timing, self.buf)
