from collections import deque


for n in (0, 1, 2, 3, 4, -1, -2, -5, 100, -100):
    d = deque("abcd")
    d.rotate(n)
    print(n, "".join(d), end="; ")
d = deque("ab")
d.rotate()
print(d)
deque().rotate(3)
