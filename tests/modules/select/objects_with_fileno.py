# mps2: no, because it has no network
# expect: hand, because poll() of CPython tells numbers and not objects
# Any object with fileno() can be watched.
import select, socket


class Wrapper:
    def __init__(self, s):
        self.fileno = s.fileno


a, b = socket.socketpair()
w = Wrapper(b)
p = select.poll()
p.register(w, select.POLLIN)
print(p.poll(0))
a.send(b"x")
print(p.poll(1000) == [(w, select.POLLIN)])
print(select.select([w], [], [], 0)[0] == [w])
for wrong in (object(), None, "fd"):
    try:
        p.register(wrong)
    except OSError as e:
        print(e.errno)
