print((), (1,), (1, 2), ((),), ("a", None))
a = []
t = (a, 1)
a.append(t)
print(t)
print(a)
