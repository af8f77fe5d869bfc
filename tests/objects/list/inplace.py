a = [1]
b = a
a += (2, 3)
a += "x"
print(a, a is b)
a *= 2
print(a, a is b)
a *= 0
print(a, b)
a *= 5
print(a)
