a = [1, 2, 3]
r = reversed(a)
print(next(r), r.__length_hint__(), list(r), list(r))
print(type(r).__name__)
a = [1, 2, 3]
r = reversed(a)
a.clear()
print(list(r))
