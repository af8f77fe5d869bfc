print(list(), list("abc"), list((1, 2)), list({1: 2}), list(range(3)))
a = [1]
b = list(a)
print(a == b, a is b)
a.__init__([7, 8])
print(a)
a.__init__()
print(a)
