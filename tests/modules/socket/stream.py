# expect: hand, because read() and the like are MicroPython's
# mps2: no, because it has no network
import socket

listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(socket.getaddrinfo("127.0.0.1", 0)[0][-1])
listener.listen(1)
a = socket.socket()
print(a.connect(listener.getsockname()))
b, address = listener.accept()
print(address == a.getsockname(), a.getpeername() == listener.getsockname())
print(a.send(b"hello\nworld\n"), b.readline(), b.recv(3), b.read(3))
print(a.sendall(b"x" * 100000), len(b.read(100000)))
buf = bytearray(4)
print(a.write("text"), b.readinto(buf), buf, a.write(b"ab"), b.recv_into(buf), buf)
b.settimeout(0.05)
try:
    b.recv(1)
except OSError as e:
    print(type(e).__name__, e.errno, b.gettimeout())
b.setblocking(False)
print(b.read(1), b.readline(), b.readinto(buf))
try:
    b.recv(1)
except OSError as e:
    print(type(e).__name__, e.errno)
try:
    listener.setblocking(False)
    listener.accept()
except OSError as e:
    print(e.errno)
a.close()
b.setblocking(True)
print(b.read(), b.recv(5), b.read(5))
try:
    a.send(b"x")
except OSError as e:
    print(e.errno)
with b:
    pass
print(b.fileno())
s = socket.socket()
s.setblocking(False)
try:
    s.connect(("127.0.0.1", 1))
except OSError as e:
    print(e.errno in (115, 111))
try:
    socket.socket().connect(("127.0.0.1", 1))
except OSError as e:
    print(type(e).__name__)
