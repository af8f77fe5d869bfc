# expect: hand, because CPython's IOBase has no read()
# A stream that only has MicroPython's readinto() can be read.
import io
import json
class Source(io.IOBase):
    def __init__(self, data):
        self.data = data
    def readinto(self, buffer):
        n = min(len(buffer), len(self.data))
        buffer[:n] = self.data[:n]
        self.data = self.data[n:]
        return n
print(Source(b"hello").read(), Source(b"hello").read(3), Source(b"").read())
print(json.load(Source(b'{"a": [1, 2, 3], "b": "' + b"x" * 600 + b'"}'))["a"])
class TooMuch(io.IOBase):
    def readinto(self, buffer):
        return len(buffer) + 1
    def write(self, data):
        return len(data) + 1
try:
    TooMuch().read()
except OSError as e:
    print(e.errno)
try:
    print("x", file=TooMuch())
except OSError as e:
    print(e.errno)
