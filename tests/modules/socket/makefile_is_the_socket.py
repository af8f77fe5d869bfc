# mps2: no, because it has no network
# expect: hand, because the file of MicroPython is the socket
# close() of a file ends the connection, and a file has the socket's methods.
import socket

a, b = socket.socketpair()
b = b.makefile("rwb", 0)
b.settimeout(1)
b.write(b"text, too: ")
b.write("text")
b.send(b"!")
print(a.recv(100))
b.close()
print(a.recv(1))
try:
    b.read(1)
except ValueError as e:
    print(e)
a, b = socket.socketpair()
file = b.makefile()
b.close()
try:
    file.readline()
except OSError as e:
    print(e.errno)
