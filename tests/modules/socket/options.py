# mps2: no, because it has no network
# Options are set by number or by bytes, and read as either.
import socket
import struct

s = socket.socket()
for level, name in (
    (socket.SOL_SOCKET, socket.SO_REUSEADDR),
    (socket.SOL_SOCKET, socket.SO_REUSEPORT),
    (socket.SOL_SOCKET, socket.SO_KEEPALIVE),
    (socket.IPPROTO_TCP, socket.TCP_NODELAY),
):
    before = s.getsockopt(level, name)
    s.setsockopt(level, name, 1)
    print(before, s.getsockopt(level, name) != 0)
    s.setsockopt(level, name, struct.pack("i", 0))
    print(s.getsockopt(level, name))
for name, value in ((socket.TCP_KEEPIDLE, 61), (socket.TCP_KEEPINTVL, 11), (socket.TCP_KEEPCNT, 4)):
    s.setsockopt(socket.IPPROTO_TCP, name, value)
    print(s.getsockopt(socket.IPPROTO_TCP, name))
s.setsockopt(socket.IPPROTO_IP, socket.IP_TTL, 33)
print(s.getsockopt(socket.IPPROTO_IP, socket.IP_TTL), s.getsockopt(0, socket.IP_TTL, 4))
s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 5))
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8))
s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 0, 0))
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)[:4])
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM)
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
for wrong in (lambda: s.setsockopt(socket.SOL_SOCKET, 9999, 1), lambda: s.getsockopt(0, 0, -1)):
    try:
        wrong()
    except OSError as e:
        print("OSError")
try:
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, "1")
except TypeError:
    print("TypeError")
s.close()
try:
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
except OSError as e:
    print(e.errno)
