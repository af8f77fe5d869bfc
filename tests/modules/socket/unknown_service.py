# mps2: no, because it has no network
import socket

for port in ("nosuchservice", "12x"):
    try:
        print(socket.getaddrinfo("127.0.0.1", port))
    except socket.gaierror as e:
        print(e.errno, e.strerror)
