# expect: hand, because objects with ioctl() are MicroPython's
# What a Python class's ioctl() answers: bits, nothing, a failure as a negative number.
import io, select


class Thing(io.IOBase):
    answer = 0

    def ioctl(self, request, flags):
        return self.answer if self.answer < 0 else self.answer & flags


thing = Thing()
p = select.poll()
p.register(thing, select.POLLIN)
print(p.poll(0))
thing.answer = select.POLLIN | select.POLLOUT
print([events for _, events in p.poll(0)])
thing.answer = -5
try:
    p.poll(0)
except OSError as e:
    print(e.errno)
