# mps2: no, because it has no network
# recvfrom_into(), peeking at datagrams, and both forms of sendto().
import socket

a = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
b = socket.socket(type=socket.SOCK_DGRAM, family=socket.AF_INET)
a.bind(("127.0.0.1", 0))
b.bind(("127.0.0.1", 0))
a.sendto(b"first", b.getsockname())
a.sendto(b"second", 0, b.getsockname())
print(b.recvfrom(3, socket.MSG_PEEK)[0], b.recv(10, socket.MSG_PEEK))
room = bytearray(8)
n, sender = b.recvfrom_into(room)
print(n, bytes(room), sender == a.getsockname())
print(b.recvfrom_into(room, 3)[0], bytes(room))
for wrong in (lambda: b.recvfrom(-1), lambda: b.recvfrom_into(room, -1), lambda: b.recvfrom_into(room, 99)):
    try:
        wrong()
    except ValueError as e:
        print("ValueError")
try:
    a.sendto(b"x")
except TypeError:
    print("TypeError")
