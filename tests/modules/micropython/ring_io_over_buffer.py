# expect: hand, because CPython has no RingIO
import micropython

buffer = bytearray(4)
ring = micropython.RingIO(buffer)
print(ring.write(b"abcdef"), buffer)
try:
    buffer.append(0)
except BufferError:
    print("BufferError")
for wrong in (bytearray(1), 0, -1, 65535, b"1234", None, "abcd"):
    try:
        micropython.RingIO(wrong)
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
