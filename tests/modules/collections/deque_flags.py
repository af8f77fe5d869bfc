# expect: hand, because the third argument is MicroPython's
from collections import deque

d = deque((), 2, 1)
d.append(1)
d.append(2)
try:
    d.append(3)
except IndexError as e:
    print("IndexError", e)
print(d.popleft(), len(d))
