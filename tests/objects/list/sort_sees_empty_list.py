a = [3, 2, 1]
a.sort(key=lambda x: (print(a, len(a)), x)[1])
print(a)
