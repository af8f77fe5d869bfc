# expect: hand, because streams of Python classes under TLS are MicroPython's
# mps2: no, because it has no TLS
# ioctl() answers MicroPython's requests to poll and to close.
import io, ssl

s = ssl.wrap_socket(io.BytesIO(), server_side=True, do_handshake=False)
for request in (-1, 0, 10):
    try:
        s.ioctl(request, 0)
    except OSError as e:
        print(request, e.errno)
print(s.ioctl(4, 0), s.ioctl(3, 1), s.ioctl(4, 0))
