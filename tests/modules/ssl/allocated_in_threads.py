# expect: hand, because CPython wraps no Python streams
# oom: no, because a thread that ends early leaves the other waiting
# Contexts and sockets are made and closed by several threads at once.
import _thread, io, time, tls
class Below(io.IOBase):
    def write(self, data):
        return len(data)
    def readinto(self, buffer):
        return 0
    def ioctl(self, request, argument):
        return 0
problems = []
def work():
    try:
        context = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
        context.verify_mode = tls.CERT_NONE
        for _ in range(60):
            sock = context.wrap_socket(Below(), do_handshake_on_connect=False)
            try:
                sock.do_handshake()
            except OSError:
                pass
            sock.close()
    except BaseException as e:
        problems.append(e)
for _ in range(3):
    _thread.start_new_thread(work, ())
work()
while _thread._count():
    time.sleep(0.001)
print(problems)
