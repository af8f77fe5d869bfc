# expect: hand, because CPython has no RingIO
import micropython

ring = micropython.RingIO(8)
for turn in range(3):
    ring.write(b"ab\ncd")
    print(ring.readline(), ring.readline(1), ring.readline(), ring.readline())
buffer = bytearray(b"......")
ring.write(b"12345678")
print(ring.readinto(buffer, 2), buffer)
print(ring.readinto(buffer), buffer, ring.readinto(buffer))
