a = [1]
a.append(a)
print(a)
print(a[1] is a, len(a[1][1][1]))
