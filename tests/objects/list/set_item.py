a = [1, 2, 3]
a[0] = "x"
a[-1] = a
print(a[0], a[1], a[2] is a)
