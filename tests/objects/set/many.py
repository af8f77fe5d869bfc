s = set()
for i in range(3000):
    s.add(i * 7 % 3001)
print(len(s), sum(s))
for i in range(0, 3001, 3):
    s.discard(i)
print(len(s), sum(s), 3 in s, 4 in s)
print(len(s & set(range(100))), len(s | set(range(100))))
