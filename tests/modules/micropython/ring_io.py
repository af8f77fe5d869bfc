# expect: hand, because CPython has no RingIO
import micropython

ring = micropython.RingIO(4)
print(ring, ring.any(), ring.read(), ring.read(2))
print(ring.write(b"abcdef"), ring.any(), ring.write(b"g"))
print(ring.read(1), ring.write(b"xyz"), ring.any())
print(ring.read(), ring.any())
ring.close()
print(ring.write(b"ab"), ring.read(-1))
