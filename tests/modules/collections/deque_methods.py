from collections import deque


d = deque([1, 2, 3, 2])
print(d.count(2), d.index(2), d.index(2, 2), d.copy(), d.copy() is d)
d.remove(2)
d.insert(1, "i")
d.insert(-1, "j")
d.insert(100, "k")
print(d)
d.reverse()
print(d)
d.extend(d)
print(len(d))
d.clear()
print(d)
d.extendleft("abc")
print(d, d.__copy__())
