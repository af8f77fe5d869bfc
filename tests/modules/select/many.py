# mps2: no, because it has no network
# Many sockets at once, of which a few are ready.
import select, socket

pairs = [socket.socketpair() for _ in range(40)]
p = select.poll()
for _, b in pairs:
    p.register(b.fileno(), select.POLLIN)
print(p.poll(0))
for i in (3, 17, 39):
    pairs[i][0].send(b"x")
print(sorted(fd for fd, _ in p.poll(1000)) == sorted(pairs[i][1].fileno() for i in (3, 17, 39)))
for i in range(0, 40, 2):
    p.unregister(pairs[i][1].fileno())
print(len(p.poll(1000)))
