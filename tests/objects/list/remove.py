a = [1, 2, 3, 2, 1]
a.remove(2)
print(a)
a.remove(1.0)
print(a)
x = float("nan")
b = [x]
b.remove(x)
print(b)
