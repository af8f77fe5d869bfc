# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --neopixel 48:3
import time
from machine import Pin, bitstream
from neopixel import NeoPixel

strip = NeoPixel(Pin(48), 3)
print(len(strip), strip[0])
strip[0] = (255, 0, 1)
strip[-1] = (1, 2, 3)
before = time.ticks_us()
strip.write()
took = time.ticks_diff(time.ticks_us(), before)
print(bytes(strip.buf), 80 < took < 120)
strip.fill((0, 16, 0))
strip.write()
print(strip[1], list(strip))
white = NeoPixel(Pin(4), 2, bpp=4, timing=0)
white[0] = (1, 2, 3, 4)
white.write()
print(bytes(white.buf), white[0])
for wrong in (
    lambda: strip[3],
    lambda: strip.__setitem__(-4, (0, 0, 0)),
    lambda: bitstream(Pin(4), 1, (1, 2, 3, 4), b""),
    lambda: bitstream(Pin(4), 0, (1, 2, 3), b""),
    lambda: bitstream(Pin(4), 0, (1, 2, 3, -4), b""),
):
    try:
        wrong()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
