a = [1, 2, 3]
b = a
a.clear()
print(a, b, a is b)
a.append(4)
print(b)
