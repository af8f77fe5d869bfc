# expect: hand, because CPython has no esp32
# args: --board esp32s3 --time virtual
from esp32 import Partition

part = Partition("vfs")
print(part.info(), part.ioctl(4, 0), part.ioctl(5, 0))
buf = bytearray(16)
part.readblocks(0, buf)
print(buf == b"\xff" * 16)
part.writeblocks(1, b"written over the whole", 4090)
part.readblocks(1, buf, 4092)
print(buf)
part.writeblocks(1, b"\x00", 4092)
part.readblocks(1, buf, 4090)
print(buf[:4])
part.writeblocks(2, bytes(4096))
part.readblocks(2, buf)
print(buf == bytes(16))
print(part.ioctl(6, 2), part.ioctl(1, 0), part.ioctl(99, 0))
part.readblocks(2, buf)
print(buf == b"\xff" * 16)
small = Partition("vfs", block_size=512)
print(small.ioctl(4, 0), small.ioctl(5, 0))
small.writeblocks(0, b"a" * 512)
small.writeblocks(1, b"b" * 512)
small.ioctl(6, 0)
part.readblocks(0, buf, 504)
print(buf)
last = part.ioctl(4, 0)
for wrong in (
    lambda: part.readblocks(last, buf),
    lambda: part.readblocks(-1, buf),
    lambda: part.readblocks(last - 1, buf, 4090),
    lambda: part.ioctl(6, last),
    lambda: Partition("missing"),
    lambda: Partition("vfs", block_size=1000),
    lambda: Partition(7),
):
    try:
        wrong()
        print("no error")
    except (OSError, ValueError) as e:
        print(type(e).__name__, e)
