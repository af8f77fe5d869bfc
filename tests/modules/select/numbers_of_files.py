# mps2: no, because it has no open files
# Open files can be watched by their numbers.
import select

p = select.poll()
p.register(1, select.POLLOUT)
print(p.poll(1000) == [(1, select.POLLOUT)])
p.modify(1, select.POLLIN)
p.unregister(1)
print(p.poll(0))
try:
    p.register(-1)
except ValueError as e:
    print("ValueError")
p.register(987654)
print(p.poll(0) == [(987654, select.POLLNVAL)])
