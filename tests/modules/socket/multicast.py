# mps2: no, because it has no network
# Datagrams to a group reach those that joined it on that interface, until they leave.
import socket

GROUP = "239.1.2.3"
local = socket.inet_aton("127.0.0.1")
receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
receiver.bind(("", 0))
port = receiver.getsockname()[1]
receiver.settimeout(0.2)
receiver.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton(GROUP) + local)
sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sender.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, local)
sender.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 1)
sender.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP, 1)
print(sender.getsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, 4))
print(sender.getsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL))
sender.sendto(b"to all", (GROUP, port))
print(receiver.recv(100))
receiver.setsockopt(socket.IPPROTO_IP, socket.IP_DROP_MEMBERSHIP, socket.inet_aton(GROUP) + local)
sender.sendto(b"to nobody", (GROUP, port))
try:
    print(receiver.recv(100))
except OSError as e:
    print("nothing")
for wrong in (b"1234", b"x" * 13, 5):
    try:
        receiver.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, wrong)
    except (OSError, ValueError, TypeError):
        print("refused")
