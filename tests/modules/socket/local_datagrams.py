# mps2: no, because it has no such sockets
import os
import socket

a = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
b = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
a.bind("a.sock")
b.bind(b"b.sock")
a.settimeout(5)
print(b.sendto(b"hello", "a.sock"), a.recvfrom(99))
print(a.sendto(b"answer", "b.sock"), b.recvfrom(99))
with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as nameless:
    nameless.connect("a.sock")
    nameless.send(b"from nobody")
print(a.recvfrom(99))
a.settimeout(0.01)
try:
    a.recvfrom(1)
except TimeoutError:
    print("nothing more")
a.close()
b.close()
os.remove("a.sock")
os.remove("b.sock")
one, other = socket.socketpair()
print(one.family == socket.AF_UNIX, one.type == socket.SOCK_STREAM)
one.sendall(b"over the pair")
one.close()
print(other.recv(99), other.recv(99))
one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
one.send(b"1")
one.send(b"22")
print(other.recv(9), other.recv(9))
