# mps2: no, because it has no network
# What the constructor takes, and what a socket says of itself.
import socket

for args in ((None,), (socket.AF_INET, None), (socket.AF_INET, socket.SOCK_STREAM, None), ("x",), (1.5,)):
    try:
        socket.socket(*args)
    except TypeError:
        print("TypeError")
for args in ((12345,), (socket.AF_INET, 123456)):
    try:
        socket.socket(*args)
    except OSError as e:
        print("OSError")
s = socket.socket(type=socket.SOCK_DGRAM)
print(s.family == socket.AF_INET, s.type == socket.SOCK_DGRAM, s.proto)
print(s.getblocking(), s.gettimeout())
s.settimeout(0)
print(s.getblocking(), s.gettimeout())
s.settimeout(2.5)
print(s.getblocking(), s.gettimeout())
s.setblocking(True)
print(s.getblocking(), s.gettimeout())
for wrong in (-1, "1"):
    try:
        s.settimeout(wrong)
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
print(s.fileno() >= 0)
s.close()
print(s.fileno())
