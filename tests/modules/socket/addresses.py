# mps2: no, because it has no network
import socket

print(socket.getaddrinfo("127.0.0.1", 80, 0, socket.SOCK_STREAM)[0][-1])
print(socket.getaddrinfo("localhost", 5, socket.AF_INET, socket.SOCK_STREAM)[0][-1])
print(socket.inet_pton(socket.AF_INET, "1.2.3.4"), socket.inet_ntop(socket.AF_INET, b"\x7f\0\0\1"))
for text in ("::1", "fe80::1:2", "::", "1:2:3:4:5:6:7:8", "2001:db8:0:0:1::1", "1::8", "::ffff:0:1"):
    packed = socket.inet_pton(socket.AF_INET6, text)
    print(packed, socket.inet_ntop(socket.AF_INET6, packed))
for text in ("1.2.3", "1.2.3.256", "1.2.3.4.5", "a.b.c.d", ""):
    try:
        socket.inet_pton(socket.AF_INET, text)
    except OSError as e:
        print(e)
s = socket.socket()
for bad in (("x",), 5, ("127.0.0.1", 70000)):
    try:
        s.connect(bad)
    except (TypeError, OverflowError) as e:
        print(type(e).__name__)
try:
    socket.getaddrinfo("no.such.name.invalid", 1)
except OSError as e:
    print(e.args[0])
