from collections import deque


d = deque()
expected = []
for i in range(500):
    d.append(i)
    expected.append(i)
    if i % 3 == 0:
        assert d.popleft() == expected.pop(0)
    if i % 7 == 0:
        d.appendleft(-i)
        expected.insert(0, -i)
print(list(d) == expected, len(d), d[10] == expected[10])
for n in (0, 1, -1, 5, -7, 100, -1000, 10**6):
    d.rotate(n)
print(sum(d) == sum(expected), d[0], d[-1])
