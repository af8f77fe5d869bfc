# expect: hand, because streams of Python classes under TLS are MicroPython's
# mps2: no, because it has no TLS
# A client that has not begun its handshake is ready when the stream below can be written.
import io
import ssl


class Stream(io.IOBase):
    ready = 0

    def ioctl(self, request, argument):
        return self.ready & argument if request == 3 else 0

    def write(self, data):
        return None

    def readinto(self, into):
        return None


context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
stream = Stream()
client = context.wrap_socket(stream, do_handshake_on_connect=False)
for stream.ready in (0, 1, 4, 5):
    print(stream.ready, client.ioctl(3, 1), client.ioctl(3, 4), client.ioctl(3, 5))
