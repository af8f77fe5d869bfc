# expect: hand, because CPython has no deflate
import deflate
import io


class Slow(io.IOBase):
    def __init__(self, data=b""):
        self.data = data

    def readinto(self, buffer):
        buffer[:1], self.data = self.data[:1], self.data[1:]
        return 1 if buffer else 0

    def write(self, data):
        self.data += bytes(data[:1])
        return 1

    def ioctl(self, request, argument):
        print("ioctl", request, argument)
        return 0


slow = Slow()
f = deflate.DeflateIO(slow, deflate.GZIP, 9, True)
f.write(b"through a slow stream " * 3)
f.close()
print(deflate.DeflateIO(Slow(slow.data)).read())
