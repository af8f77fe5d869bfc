a = list(range(10))
a[::2] = "abcde"
print(a)
a[::-1] = range(10)
print(a)
a[8:2:-3] = [100, 200]
print(a)
