# mps2: no, because it has no network
# Numbers and addresses in network order.
import socket

print(socket.htons(0x1234) == socket.ntohs(0x1234), hex(socket.htons(0x1234)))
print(hex(socket.htonl(0x12345678)), hex(socket.ntohl(0x78563412)))
for function, number in ((socket.htons, 65536), (socket.htonl, 1 << 32), (socket.ntohs, -1)):
    try:
        function(number)
    except OverflowError:
        print("OverflowError")
print(socket.inet_aton("192.168.1.2"), socket.inet_ntoa(b"\x7f\0\0\1"))
print(socket.inet_pton(socket.AF_INET6, "::1")[-2:], socket.inet_ntop(socket.AF_INET6, b"\0" * 15 + b"\1"))
for wrong in (lambda: socket.inet_aton("1.2.3.x"), lambda: socket.inet_ntoa(b"12345"), lambda: socket.inet_pton(socket.AF_INET, "::1")):
    try:
        wrong()
    except OSError:
        print("OSError")
