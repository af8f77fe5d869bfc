# expect: hand, because objects with ioctl() are MicroPython's
# mps2: no, because it has no network
import select, socket, io, time, micropython

listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen(1)
a = socket.socket()
a.connect(listener.getsockname())
b, _ = listener.accept()

p = select.poll()
p.register(a, select.POLLIN)
print(p.poll(0))
b.send(b"x")
print([(s is a, e) for s, e in p.poll(1000)])
p.modify(a, select.POLLIN | select.POLLOUT)
print([e for _, e in p.poll(1000)])
print([e for _, e in p.ipoll(1000, 1)], p.poll(0))
p.unregister(a)
print(p.poll(0))
try:
    p.modify(a, 1)
except OSError as e:
    print(e.errno)
try:
    p.register(5.5)
except OSError as e:
    print(e.errno)
r, w, x = select.select([a, b], [b], [], 1)
print(r == [a], w == [b], x)
b.close()
a.read()
print([e & select.POLLIN for _, e in select.poll().poll(0)], select.select([a], [], [], 0)[0] == [a])


class Flag(io.IOBase):
    state = 0

    def ioctl(self, request, flags):
        return self.state & flags if request == 3 else -1


def set_flag(flag):
    flag.state = select.POLLIN


flag = Flag()
p = select.poll()
p.register(flag, select.POLLIN)
print(p.poll(5))
micropython.schedule(set_flag, flag)
print([e for _, e in p.poll()])
start = time.ticks_ms()
flag.state = 0
p.poll(30)
print(time.ticks_diff(time.ticks_ms(), start) >= 29)
