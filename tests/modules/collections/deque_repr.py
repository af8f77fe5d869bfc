from collections import deque


d = deque([1])
d.append(d)
print(d)


class Q(deque):
    pass


q = Q([1], 5)
q.name = "q"
print(q, q.name, type(q.copy()).__name__, q.copy().maxlen)
