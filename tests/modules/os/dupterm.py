# expect: hand, because CPython has no dupterm()
# mps2: no, because its console is another
import io, os, sys


class Wire(io.IOBase):
    def __init__(self, text=b""):
        self.written, self.text = bytearray(), text

    def write(self, data):
        self.written += data
        return len(data)

    def readinto(self, buf):
        if not self.text:
            return None
        n = min(len(buf), len(self.text))
        buf[:n] = self.text[:n]
        self.text = self.text[n:]
        return n


wire = Wire(b"first\nsecond line\n")
print(os.dupterm(None), os.dupterm(wire))
print("to both")
sys.stderr.write("")
print(repr(input("? ")), sys.stdin.readline() == "second line\n")
print(os.dupterm(None) is wire)
print("to one")
print(wire.written)
other = Wire()
os.dupterm(wire)
print(os.dupterm(other) is wire, os.dupterm_notify(None))
for bad in ((wire, 1), (5,), (wire, -1), ()):
    try:
        os.dupterm(*bad)
    except (ValueError, AttributeError, TypeError) as e:
        print(type(e).__name__, e)
other.text = b"abc\x03def"
try:
    os.dupterm_notify(other)
    for i in range(1000):
        pass
except KeyboardInterrupt:
    print("interrupted")
os.dupterm(None)


class Broken(Wire):
    def write(self, data):
        raise OSError(5)


os.dupterm(Broken())
print("goes on")
print(os.dupterm(None))


class Printing(Wire):
    def write(self, data):
        super().write(data)
        print("inside")


printing = Printing()
os.dupterm(printing)
print("x", end="")
os.dupterm(None)
print(printing.written)
