# expect: hand, because CPython wraps no Python streams
# oom: no, because a thread that ends early leaves the other waiting
# Two threads that use one TLS socket at a time when its stream waits: the second is refused.
import _thread, io, time, tls
class Below(io.IOBase):
    def write(self, data):
        while not done:
            time.sleep_ms(1)
        return len(data)
    def readinto(self, buffer):
        return 0
    def ioctl(self, request, argument):
        return 0
done = []
context = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
context.check_hostname = False
context.verify_mode = tls.CERT_NONE
sock = context.wrap_socket(Below(), do_handshake_on_connect=False)
def other():
    for f in (sock.do_handshake, sock.close):
        try:
            f()
        except OSError as e:
            print(e.errno)
    done.append(1)
_thread.start_new_thread(other, ())
try:
    sock.do_handshake()
except OSError as e:
    print("handshake failed")
sock.close()
