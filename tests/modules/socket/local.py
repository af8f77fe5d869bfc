# mps2: no, because it has no such sockets
# Sockets whose addresses are paths.
import os
import socket

server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
server.bind("local.sock")
server.listen(2)
print(server.getsockname(), server.family == socket.AF_UNIX, os.path.exists("local.sock"))
client = socket.socket(socket.AF_UNIX)
client.connect("local.sock")
peer, address = server.accept()
print(repr(address), client.getpeername(), repr(client.getsockname()))
client.sendall(b"to the server")
print(peer.recv(99))
peer.sendall(b"and back")
peer.close()
print(client.recv(99), client.recv(1))
client.close()
server.close()
for wrong in (lambda s: s.bind("local.sock"), lambda s: s.connect("no.sock"), lambda s: s.bind("x" * 200),
              lambda s: s.connect(("127.0.0.1", 80))):
    with socket.socket(socket.AF_UNIX) as s:
        try:
            wrong(s)
            print("no error")
        except (OSError, TypeError) as e:
            print(type(e).__name__, getattr(e, "errno", None))
os.remove("local.sock")
