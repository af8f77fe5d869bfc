from collections import deque


d = deque(range(10), 3)
print(d, d.maxlen)
d.append(10)
d.appendleft(1)
d.extend([5, 6])
d.extendleft([7])
print(d, len(d))
z = deque([1, 2], maxlen=0)
z.append(3)
z.appendleft(3)
print(z, deque([1], None).maxlen)
try:
    d.insert(1, 1)
except IndexError as e:
    print(e)
