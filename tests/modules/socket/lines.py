# mps2: no, because it has no network
# expect: hand, because sockets of CPython read no lines by themselves
# readline() takes a line and leaves what is behind it, whatever pieces it comes in.
import socket

a, b = socket.socketpair()
a.sendall(b"one\ntwo\n" + b"x" * 1000 + b"\nrest")
print(b.readline(), b.recv(4), len(b.readline()), b.readline(3))
b.setblocking(False)
print(b.readline(), b.readline())
a.sendall(b"\nlast")
a.close()
b.setblocking(True)
print(b.readline(), b.readline(), b.readline())
b.settimeout(0.05)
a, b = socket.socketpair()
b.settimeout(0.05)
a.sendall(b"half")
try:
    b.readline()
except OSError as e:
    print(e.errno)
