# expect: hand (CPython's poll objects are no iterators)
import select
import sys

p = select.poll()
p.register(sys.stdout, select.POLLOUT)
print(len(p.poll(0)))
print(list(p))
