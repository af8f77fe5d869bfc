# expect: hand, because CPython wraps no Python streams
# oom: no, because a thread that ends early leaves the other waiting
# A stream below that is written in Python cannot reach into the call that it serves.
import io, tls
class Below(io.IOBase):
    def write(self, data):
        for f in (sock.close, lambda: sock.read(1), lambda: sock.write(b"x"), sock.cipher):
            try:
                f()
            except OSError as e:
                print("write", e.errno)
        return len(data)
    def readinto(self, buffer):
        try:
            sock.close()
        except OSError as e:
            print("readinto", e.errno)
        return 0
    def ioctl(self, request, argument):
        return 0
context = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
context.check_hostname = False
context.verify_mode = tls.CERT_NONE
sock = context.wrap_socket(Below(), do_handshake_on_connect=False)
try:
    sock.do_handshake()
except OSError as e:
    print("handshake failed")
sock.close()
