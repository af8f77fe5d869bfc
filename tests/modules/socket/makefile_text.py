# mps2: no, because it has no network
# makefile() of text: lines and characters are decoded, what is written is encoded.
import socket

a, b = socket.socketpair()
with a.makefile("w") as out:
    out.write("one\n")
    out.writelines(["\xe4\u20ac\U0001f600 two\n", "three\nrest"])
    try:
        out.write(b"bytes")
    except TypeError:
        print("TypeError")
a.shutdown(socket.SHUT_WR)
with b.makefile("r") as lines:
    print(lines.readline(), end="")
    print(ascii(lines.read(4)), ascii(lines.readline()))
    print(list(lines))
    print(lines.read(), lines.closed)
print(lines.closed)
try:
    lines.read()
except ValueError:
    print("ValueError")
b.sendall(b"still connected")
print(a.recv(20))
