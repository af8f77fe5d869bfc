a = [1, 2, 3]
a.extend(a)
print(a)
a += a
print(len(a))
