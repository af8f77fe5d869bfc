# mps2: no, because it has no network
# makefile() of bytes: lines, pieces, buffers; leaving `with` keeps the connection.
import socket

a, b = socket.socketpair()
with b.makefile("rwb", 0) as file:
    a.sendall(b"one\ntwo\nthree\nfour")
    print(file.readline(), file.readline(2), file.readable(), file.writable())
    room = bytearray(3)
    print(file.readinto(room), room, file.read(4))
    print(file.write(b"back"), a.recv(10))
    a.shutdown(socket.SHUT_WR)
    print(file.readlines(), file.read())
print(b.fileno() >= 0)
for mode in ("x", "rr+", "a"):
    try:
        b.makefile(mode)
    except ValueError as e:
        print("ValueError")
try:
    b.makefile("rb", 0).write(b"x")
except (OSError, ValueError):
    print("not writable")
