s = {3, 1, 2, 1}
print(len(s), sorted(s), 1 in s, 4 in s)
s.add(4)
s.add(4)
s.discard(1)
s.discard(99)
s.remove(2)
print(sorted(s))
