# mps2: no, because it has no network
# MSG_PEEK leaves the data there, MSG_DONTWAIT never waits, MSG_WAITALL waits for all.
import socket

a, b = socket.socketpair()
try:
    b.recv(5, socket.MSG_DONTWAIT)
except BlockingIOError as e:
    print("nothing yet")
a.sendall(b"hello world")
print(b.recv(5, socket.MSG_PEEK), b.recv(5, socket.MSG_PEEK), b.recv(6))
room = bytearray(4)
print(b.recv_into(room, 2, socket.MSG_PEEK), room, b.recv_into(room), room)
a.send(b"!", 0)
print(b.recv(2, socket.MSG_WAITALL))
a.close()
print(b.recv(1), b.recv(5, socket.MSG_WAITALL))
