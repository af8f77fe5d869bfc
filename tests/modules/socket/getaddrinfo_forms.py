# mps2: no, because it has no network
# getaddrinfo() takes names of services, keywords, None for this machine or for any.
import socket

def show(*args, **options):
    family, kind, _, _, address = socket.getaddrinfo(*args, **options)[0]
    print(family == socket.AF_INET, kind == socket.SOCK_STREAM, address)

show("127.0.0.1", 80, 0, socket.SOCK_STREAM)
show("127.0.0.1", "http", type=socket.SOCK_STREAM)
show("127.0.0.1", "8080", type=socket.SOCK_STREAM)
show(host=None, port=99, family=socket.AF_INET, type=socket.SOCK_STREAM)
show(None, 99, socket.AF_INET, socket.SOCK_STREAM, 0, socket.AI_PASSIVE)
show(b"127.0.0.1", None, 0, socket.SOCK_STREAM)
try:
    socket.getaddrinfo("256.256.256.256.invalid", 80)
except OSError:
    print("OSError")
