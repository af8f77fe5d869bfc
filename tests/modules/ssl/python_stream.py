# expect: hand, because streams of Python classes under TLS are MicroPython's
# mps2: no, because it has no TLS
# TLS over an object of a Python class: what it answers is passed on, and who closes it.
import io, ssl


class Below(io.IOBase):
    answer = None

    def write(self, data):
        print("write", data[0])
        return self.answer if self.answer is None else len(data)

    def readinto(self, room):
        return self.answer

    def ioctl(self, request, argument):
        print("ioctl", request, argument)
        return 0

    def setblocking(self, flag):
        print("setblocking", flag)


below = Below()
s = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).wrap_socket(
    below, server_hostname="x", do_handshake_on_connect=False
)
print(s, s.read(5), s.write(b"abc"))
s.setblocking(False)
below.answer = 0
try:
    s.read(5)
except OSError as e:
    print(e)
s.close()
s.close()
for method in (s.read, s.readline):
    try:
        method()
    except OSError as e:
        print(e.errno)
for wrong in (5, io.StringIO, object()):
    try:
        ssl.wrap_socket(wrong, server_side=True)
    except TypeError as e:
        print("TypeError")
