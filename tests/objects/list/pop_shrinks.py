a = list(range(1000))
while len(a) > 3:
    a.pop()
print(a)
while a:
    a.pop(0)
print(a)
a.append(1)
print(a)
