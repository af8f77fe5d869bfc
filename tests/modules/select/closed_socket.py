# mps2: no, because it has no network
# A socket that was closed while it is watched is told as POLLNVAL.
import select, socket

s = socket.socket()
p = select.poll()
p.register(s, select.POLLIN)
s.close()
print([events for _, events in p.poll(0)], select.POLLNVAL)
