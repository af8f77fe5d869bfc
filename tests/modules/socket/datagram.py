# mps2: no, because it has no network
import socket

a = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
b = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
a.bind(("127.0.0.1", 0))
b.bind(("127.0.0.1", 0))
print(a.sendto(b"one", b.getsockname()), a.sendto(b"two", b.getsockname()))
data, sender = b.recvfrom(10)
print(data, sender == a.getsockname(), b.recv(2))
b.setblocking(False)
try:
    b.recvfrom(1)
except BlockingIOError as e:
    print("nothing")
