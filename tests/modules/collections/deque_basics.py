from collections import deque


d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), d)
d[1] = "x"
del d[0]
print(d, "x" in d, 9 in d, bool(deque()), d == deque(["x", 3]), d != deque())
print(list(d), list(reversed(d)), d.maxlen)
