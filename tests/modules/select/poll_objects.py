# mps2: no, because it has no network
# What register(), modify() and unregister() do, and what poll() tells of each object.
import errno, select, socket

a, b = socket.socketpair()
p = select.poll()
p.register(a.fileno(), select.POLLIN)
p.register(b.fileno(), select.POLLIN | select.POLLOUT)
p.register(a.fileno(), select.POLLOUT)  # takes the place of the first
print(sorted(events for _, events in p.poll()))
p.modify(b.fileno(), select.POLLIN)
print([fd == a.fileno() for fd, _ in p.poll(100)])
a.sendall(b"x")
print({fd: events for fd, events in p.poll(100)} == {a.fileno(): select.POLLOUT, b.fileno(): select.POLLIN})
p.unregister(a.fileno())
a.close()
fd, events = p.poll(1000)[0]
print(fd == b.fileno(), events & select.POLLIN)
p.unregister(b.fileno())
print(p.poll(0), p.poll(10))
try:
    p.modify(b.fileno(), select.POLLIN)
except OSError as e:
    print(e.errno == errno.ENOENT)
for wrong in (lambda: p.register(), lambda: p.modify(b.fileno()), lambda: p.poll("x"), lambda: p.register("x")):
    try:
        wrong()
    except TypeError:
        print("TypeError")
    except OSError:
        print("TypeError")  # MicroPython's EINVAL for what is no stream
