a = list(range(6))
a[1:3] = "xyz"
print(a)
a[1:4] = []
print(a)
a[2:2] = [7, 8]
print(a)
a[:] = (1, 2)
print(a)
a[5:] = [3]
print(a)
a[-1:] = {9: 1}
print(a)
a[2:1] = ["between"]
print(a)
