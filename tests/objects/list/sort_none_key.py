a = [2, 1]
a.sort(key=None, reverse=0)
print(a)
print(sorted("hello"), sorted({3: 1, 2: 1}), sorted((2, 1), reverse=1))
