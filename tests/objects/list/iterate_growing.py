a = [1]
for x in a:
    if len(a) < 10:
        a.append(x + 1)
print(a)
for x in a:
    a.remove(x)
print(a)
