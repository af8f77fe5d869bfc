a = [1, 2, 3]
a[1:1] = a
print(a)
a[:] = a
print(a)
a[::2] = a[1::2]
print(a)
